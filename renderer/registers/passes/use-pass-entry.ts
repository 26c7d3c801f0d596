import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Outputs } from '@shared/contract'
import type { IdCard } from '@shared/contract/id-card'
import type { PassDetail } from '@shared/contract/passes'
import { fen, formatMoney } from '@shared/rules/money'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { payFault } from '../../components/charges/paying'
import { documentFaultWords } from '../../components/document-fault'
import type { EntryFault } from '../../components/entry/entry-fault'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { useLiveRead } from '../../components/entry/use-live-read'
import { lacking, signatureOf, unsigned, type SignatureDraft } from '../../components/signing'
import { useToday } from '../../desk/clock'
import { addPasted, holdersOf, MOST_HOLDERS, takeCard, takeScannedNumber, type LeftRow } from './holder-list'
import {
  checkPass, emptyHolder, emptyPass, feesOf, holderFault, isBlank, isPassTouched, offeredUntil, passInputOf, passOfDraft, replaceLost, startFrom, written, type PassField, type PassForm,
} from './pass-form'
import { keepPhotoFile } from './photo-file'
import { matchPhotos } from './photo-names'

type Finding = Outputs['passes']['check'][number]
/** Told by the form itself as it is written, or only when it is saved. */
const quiet = new Set<Finding['code']>(['invalid-document-number', 'document-required', 'birth-needed', 'photo-missing'])

/** 办证 from the first letter, card or pasted list to the saved passes: form, what stands in the holders' way, money, signature. */
export function usePassEntry() {
  const { t } = useI18n()
  const today = useToday()
  const kinds = useLiveRead(() => client.passes.kinds(), ['passes'])
  const signature = ref<SignatureDraft>(unsigned())
  /** The passes are handed out as they are saved: their receiver signs (12.R6). */
  const handing = ref(false)
  const findings = shallowRef<readonly Finding[]>([])
  /** Pasted rows that name nobody, and files that are nobody's photo; said until the next. */
  const left = shallowRef<readonly LeftRow[]>([])
  const leftPhotos = shallowRef<readonly { name: string; text: string }[]>([])
  const photosTaken = ref(0)
  /** The passes that were just made, until the next is written: their cards are offered. */
  const made = shallowRef<readonly number[]>([])
  /** The line whose photo is in view. */
  const at = ref(0)

  const kind = computed(() => kinds.value?.find((one) => one.kind === form.kind) ?? null)
  const fees = computed(() => feesOf(kind.value ?? { depositFen: 0, feeFen: 0 }, Math.max(1, written(form).length)))
  const offered = computed(() => (kind.value ? offeredUntil(kind.value, form, today.value) : ''))
  const receiver = computed(() => signature.value.by || form.applicant.trim() || written(form)[0]?.name.trim() || '')
  const signs = computed<SignatureDraft>({ get: () => ({ ...signature.value, by: receiver.value }), set: (draft) => { signature.value = draft } })

  function check(form: PassForm, now: number): EntryFault<PassField>[] {
    const faults = checkPass(form, kind.value, dayOf(now))
    const pay = fees.value.totalFen > 0 ? payFault(form, fees.value.totalFen) : null
    if (pay) faults.push(pay)
    const lacks = handing.value ? lacking(signs.value) : null
    if (lacks) faults.push({ field: lacks === 'name' ? 'signature-by' : 'signature', code: lacks === 'name' ? 'signature-by' : 'signature', params: {} })
    return faults
  }
  const entry = useEntryForm({
    form: 'pass', blank: emptyPass, touched: isPassTouched, read: passOfDraft, startFrom, check,
    send: async (form: PassForm) => {
      const done = await client.passes.apply(passInputOf(form, handing.value ? await signatureOf(signs.value) : null, fees.value.totalFen))
      made.value = done.passes.map(({ id }) => id)
      return { ...done, no: done.passes.length === 1 ? done.passes[0]!.no : done.applicationNo }
    },
    also: ({ passes, receipts, changeFen }) => [
      t(passes[0]?.state === 'issued' ? 'passes.form.handedOut' : 'passes.form.toFetch', { n: passes.length }), receipts.length === 1 ? t('passes.form.receiptIs', { no: receipts[0]!.no }) : '', changeFen > 0 ? t('charges.also.change', { change: formatMoney(fen(changeFen)) }) : '',
    ].filter(Boolean).join(''),
    forget() {
      signature.value = unsigned()
      findings.value = []
      left.value = []
      leftPhotos.value = []
      at.value = 0
    },
  })
  const { form } = entry
  watch(entry.touched, (touched) => { if (touched) made.value = [] })

  /** Ctrl+Enter hands the passes out, Alt+S leaves them at the desk; the receipt prints either way. */
  function save(handOut: boolean): ReturnType<typeof entry.save> {
    handing.value = handOut
    return entry.save(true)
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  watch(() => JSON.stringify([form.kind, form.tenantId, form.company, form.holders.map(({ name, documentKind, documentNumber, birth, replaces }) => [name, documentKind, documentNumber, birth, replaces])]), (asked) => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(asked), 300)
  })
  async function look(asked: string): Promise<void> {
    const lines = form.holders.map((holder, index) => ({ holder, index })).filter(({ holder }) => !isBlank(holder))
    const found = lines.length === 0 ? [] : await client.passes.check({ kind: form.kind, tenantId: form.tenantId, company: form.company.trim(), holders: lines.map(({ holder }) => passInputOf({ ...form, holders: [holder] }, null, 0).holders[0]!) }).catch(() => [])
    const now = JSON.stringify([form.kind, form.tenantId, form.company, form.holders.map(({ name, documentKind, documentNumber, birth, replaces }) => [name, documentKind, documentNumber, birth, replaces])])
    if (now === asked) findings.value = found.filter(({ code }) => !quiet.has(code)).map((finding) => ({ ...finding, index: lines[finding.index]!.index }))
  }

  const faultWords = ({ code, params }: { code: string; params: Record<string, string | number> }): string => (code.startsWith('number.') ? documentFaultWords({ code, params }) : t(`passes.fault.${code}`, params))
  /** What is to be said under a line of the list: what was found on saving, a number that is already seen to be wrong, what stands in the way. */
  function lineFault(index: number): { words: string; ofNumber: boolean } | null {
    const holder = form.holders[index]
    const said = (fault: { code: string; params: Record<string, string | number> }) => ({ words: faultWords(fault), ofNumber: fault.code.startsWith('number.') || fault.code === 'excel-number' || fault.code === 'document' })
    const fault = entry.faultOf(`holders.${index}`)
    if (fault) return said(fault)
    const wrong = holder ? holderFault(holder, today.value) : null
    // Not whole yet is no fault while it is typed.
    if (wrong && !(wrong.code === 'number.length' && holder!.source === 'typed' && holder!.documentNumber.replace(/\s/g, '').length < 18)) return said(wrong)
    const found = findings.value.find((finding) => finding.index === index)
    if (found) return { words: t(`errors.${found.code}`, found.params), ofNumber: false }
    // The store counts without the empty lines.
    const sent = form.holders.slice(0, index).filter((one) => !isBlank(one)).length
    const refused = holder && !isBlank(holder) ? entry.action.errorOf(`holders.${sent}`) : null
    return refused ? { words: refused, ofNumber: false } : null
  }
  const lineWords = (index: number): string | null => lineFault(index)?.words ?? null
  const errorOf = (field: PassField): string | null => {
    if ((field === 'signature' || field === 'signature-by') && lacking(signs.value) === null) return entry.action.errorOf(field) ?? null
    const fault = entry.faultOf(field)
    if (!fault) return entry.action.errorOf(field) ?? null
    return field === 'tenderedFen' ? t(`charges.fault.${fault.code}`, fault.params) : faultWords(fault)
  }

  /** 补证: what was half written is kept beside it. */
  async function replace(lost: PassDetail): Promise<void> {
    if (entry.touched.value) await entry.setAside()
    replaceLost(form, lost)
    at.value = 0
  }

  function addLine(): number {
    const empty = form.holders.findIndex(isBlank)
    if (empty < 0 && form.holders.length < MOST_HOLDERS) form.holders.push(emptyHolder())
    return (at.value = empty < 0 ? form.holders.length - 1 : empty)
  }
  function drop(index: number): void {
    form.holders.splice(index, 1)
    if (form.holders.length === 0) form.holders.push(emptyHolder())
    at.value = Math.min(at.value, form.holders.length - 1)
  }
  /** Takes a pasted list; false where it is no list. */
  function paste(text: string): boolean {
    if (!/[\t\n]/.test(text.trim())) return false
    const pasted = holdersOf(text, today.value, MOST_HOLDERS - written(form).length)
    addPasted(form.holders, pasted.holders)
    left.value = pasted.left
    at.value = 0
    return true
  }
  /** Files, each matched with its holder; one file belongs to the line in view. */
  async function addPhotos(files: readonly File[]): Promise<void> {
    const match = files.length === 1 && written(form).length < 2 ? { found: [{ file: 0, holder: at.value }], left: [] } : matchPhotos(files.map(({ name }) => name), form.holders)
    const missed: { name: string; text: string }[] = match.left.map((index) => ({ name: files[index]!.name, text: t('passes.photo.nobody') }))
    photosTaken.value = 0
    for (const { file, holder } of match.found) {
      const kept = await keepPhotoFile(files[file]!)
      if ('id' in kept) {
        form.holders[holder]!.photoId = kept.id
        photosTaken.value++
      }
      else missed.push({ name: files[file]!.name, text: kept.text })
    }
    leftPhotos.value = missed
  }

  return {
    ...entry, save, made, errorOf, lineFault, lineWords, kinds, kind, fees, offered, signs, left, leftPhotos, photosTaken, at, replace, addLine, drop, paste, addPhotos,
    readCard(card: IdCard): void {
      entry.printed.clear()
      at.value = takeCard(form.holders, card)
    },
    readNumber(number: string): void {
      entry.printed.clear()
      at.value = takeScannedNumber(form.holders, number, at.value)
    },
  }
}
export type PassEntry = ReturnType<typeof usePassEntry>
