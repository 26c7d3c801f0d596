import { client } from '../../client'
import { snapshotOf } from '../../components/camera'
import { t } from '../../locales'
import { wordsOf } from '../../desk/words'
import { cropOf } from './photo-names'

/** No photo of a face is as large as this; a film or a print file is. */
const MOST_BYTES = 30 * 1024 * 1024

/** A picture, or what it is drawn from, as the photo of a pass: JPEG bytes in 4 : 5, at most 1 MiB. */
export async function portraitOf(source: CanvasImageSource, width: number, height: number): Promise<Uint8Array> {
  const crop = cropOf(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = crop.outWidth
  canvas.height = crop.outHeight
  canvas.getContext('2d')!.drawImage(source, crop.x, crop.y, crop.width, crop.height, 0, 0, crop.outWidth, crop.outHeight)
  return snapshotOf(canvas)
}

export type PhotoKept = { id: number } | { text: string }

/** Keeps a photo as an attachment, or says why not. */
export async function keepPhoto(bytes: Uint8Array): Promise<PhotoKept> {
  try {
    return { id: (await client.attachments.put({ kind: 'photo', bytes: new Uint8Array(bytes) })).id }
  }
  catch (error) {
    return { text: await wordsOf(error, 'pass photo') }
  }
}

/** The photo of a file, scaled down before it leaves the page. What is no picture, or far too large, is refused in words. */
export async function keepPhotoFile(file: File): Promise<PhotoKept> {
  if (file.size > MOST_BYTES) return { text: t('errors.image-too-large') }
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return { text: t('errors.not-an-image') }
  try {
    return await keepPhoto(await portraitOf(bitmap, bitmap.width, bitmap.height))
  }
  finally {
    bitmap.close()
  }
}
