/** At most 1 MiB: a face at 640 × 480 needs about a tenth of it. */
export const PHOTO_MAX_BYTES = 1024 * 1024
const FACE = { width: 640, height: 480 }
/** A page of A4 that can be read. */
export const PAGE = { width: 1600, height: 1200 }
const QUALITIES = [0.86, 0.7, 0.5, 0.3]

export type CameraFault = 'noCamera' | 'refused' | 'failed'

export function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'noCamera'
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return 'failed'
}

export function openCamera({ width, height } = FACE): Promise<MediaStream> {
  if (!navigator.mediaDevices) return Promise.reject(new DOMException('no media devices', 'NotFoundError'))
  return navigator.mediaDevices.getUserMedia({ video: { width: { ideal: width }, height: { ideal: height } }, audio: false })
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => { canvas.toBlob(resolve, type, quality) })

/** The picture now on screen as JPEG bytes. */
export const snapshot = (video: HTMLVideoElement): Promise<Uint8Array> => scaled(video, video.videoWidth, video.videoHeight, FACE)

/** A picture, or what it is drawn from, made to fit, as JPEG bytes. */
export function scaled(source: CanvasImageSource, width: number, height: number, fit: { width: number; height: number }): Promise<Uint8Array> {
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, fit.width / width, fit.height / height)
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d')!.drawImage(source, 0, 0, canvas.width, canvas.height)
  return snapshotOf(canvas)
}

/** What is drawn, as JPEG bytes of at most 1 MiB. */
export async function snapshotOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  for (const quality of QUALITIES) {
    const blob = await blobOf(canvas, 'image/jpeg', quality)
    if (blob && blob.size <= PHOTO_MAX_BYTES) return new Uint8Array(await blob.arrayBuffer())
  }
  throw new Error('the picture does not fit 1 MiB')
}

/** A drawing as PNG bytes. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await blobOf(canvas, 'image/png')
  if (!blob) throw new Error('the drawing could not be encoded')
  return new Uint8Array(await blob.arrayBuffer())
}
