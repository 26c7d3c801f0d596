import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ExitPermitDetail } from '@shared/contract/exit-permits'
import { client, refusalOf } from '../../../client'
import { useLiveRead } from '../../../components/entry/use-live-read'
import { useSettings } from '../../../desk/settings'
import { wordsOf } from '../../../desk/words'
import { onLive } from '../../../live'
import { agrees, countsOf } from './counting'
import { useLoneKeys } from './lone-key'

/** Where the guard is: nothing scanned, goods against the slip, counting, counted and different, let out, or refused at once. */
export type GatePhase = 'scan' | 'check' | 'count' | 'differs' | 'released' | 'stopped'

/** Which exit this gate is, remembered at the machine; where there are several, nothing leaves before it is chosen (14.R4). */
const REMEMBERED = 'qiantai.gate-exit'

/** 门岗核对 (14.R4): from the scan of a slip to the goods let out, or kept inside and told to the desk. */
export function useGate() {
  const { t, te } = useI18n()
  const settings = useSettings()
  void settings.load()
  const phase = ref<GatePhase>('scan')
  const permit = shallowRef<ExitPermitDetail | null>(null)
  /** Why it does not leave, in one word and in a sentence. */
  const stop = ref<{ title: string; text: string } | null>(null)
  const counts = ref<string[]>([])
  const extra = ref('')
  /** Of which writing of which permit the counts are. */
  let countedOf = ''
  /** What is said of the last step, or of a count that is not whole. */
  const said = ref('')
  const busy = ref(false)
  const lone = useLoneKeys()
  const exits = computed(() => settings.settings?.exits ?? [])
  const chosenExit = ref(localStorage.getItem(REMEMBERED) ?? '')
  const exit = computed({
    get: () => (exits.value.length === 1 ? exits.value[0]! : exits.value.includes(chosenExit.value) ? chosenExit.value : ''),
    set: (name: string) => {
      chosenExit.value = name
      localStorage.setItem(REMEMBERED, name)
    },
  })
  const sums = useLiveRead(() => client.exitPermits.counts(), ['exit-permits'])
  const waiting = useLiveRead(async () => (await client.exitPermits.list({ filter: { view: 'at-gate' }, limit: 50 })).rows, ['exit-permits'])

  const chased = useLiveRead(async () => (await client.notices.open({})).filter(({ register, department }) => register === 'exit-permits' && department === 'security'), ['notices'])

  function refuse(code: string, text: string): void {
    stop.value = { title: te(`gate.stoppedBecause.${code}`) ? t(`gate.stoppedBecause.${code}`) : t('gate.stopped'), text }
    phase.value = 'stopped'
  }
  async function refused(error: unknown): Promise<void> {
    const refusal = refusalOf(error)
    const code = refusal?.code ?? ''
    refuse(code, code === 'not-found' ? t('gate.notFound') : await wordsOf(error, 'gate'))
    const id = Number(refusal?.params?.['id']) || permit.value?.id
    permit.value = id ? await client.exitPermits.get({ id }).catch(() => null) : null
  }
  /** One thing at a time; what is refused stands in big letters. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    said.value = ''
    try {
      await work()
    }
    catch (error) {
      await refused(error)
    }
    finally {
      busy.value = false
    }
  }

  const look = (code: string): Promise<void> => attempt(async () => {
    await settings.load()
    if (!exit.value) return forget(t('gate.exitFirst'))
    permit.value = null
    const found = await client.exitPermits.find({ code })
    permit.value = found
    // One whose exit bears another name since leaves by any.
    if (exits.value.includes(found.exit) && found.exit !== exit.value) return refuse('permit-other-exit', t('errors.permit-other-exit', { no: found.no, exit: found.exit }))
    phase.value = 'check'
  })
  const send = (found: { line: number; found: number }[], beside: string): Promise<void> => attempt(async () => {
    const { id, version } = permit.value!
    const answer = await client.exitPermits.checkGoods({ id, version, exit: exit.value, counts: found, extra: beside })
    permit.value = answer
    phase.value = answer.state === 'released' ? 'released' : 'differs'
  })

  /** Counting begins with what the slip says: only what differs is written. What was counted before Esc stands. */
  function count(): void {
    const { id, version, goods } = permit.value!
    if (countedOf !== `${id}:${version}`) {
      countedOf = `${id}:${version}`
      counts.value = goods.map(({ quantity }) => String(quantity))
      extra.value = ''
    }
    said.value = ''
    phase.value = 'count'
  }
  async function counted(): Promise<void> {
    const found = countsOf(counts.value)
    if (!found) said.value = t('gate.countFault')
    else if (agrees(permit.value!.goods, counts.value, extra.value)) {
      // Letting out is said with its own key, never by the way.
      phase.value = 'check'
      said.value = t('gate.allAgree')
    }
    else await send(found, extra.value.trim())
  }
  function forget(words = ''): void {
    permit.value = null
    stop.value = null
    said.value = words
    phase.value = 'scan'
  }

  /** The desk took the notice, or wrote the permit anew. */
  async function follow(): Promise<void> {
    const now = permit.value
    if (!now || phase.value !== 'differs') return
    const fresh = await client.exitPermits.get({ id: now.id }).catch(() => null)
    if (!fresh || permit.value?.id !== fresh.id || phase.value !== 'differs') return
    permit.value = fresh
    if (fresh.copies !== now.copies) refuse('permit-replaced', t('errors.permit-replaced', { no: fresh.no }))
  }
  onScopeDispose(onLive('changed', ({ register }) => { if (register === 'exit-permits' || register === 'notices') void follow() }))

  return {
    phase, permit, stop, counts, extra, said, busy, lone, exits, exit, sums, waiting, chased, look, count, counted, forget,
    choose(name: string) {
      exit.value = name
      said.value = ''
    },
    /** What the desk looks for is taken note of. */
    received: (id: number) => attempt(async () => { await client.notices.acknowledge({ id, by: '' }) }),
    /** 相符，放行: everything as it is written. */
    agree: () => send(permit.value!.goods.map(({ quantity }, line) => ({ line, found: quantity })), ''),
    /** It has gone back to the desk, which heard of it when it was counted. */
    toDesk: () => forget(t('gate.sentBack', { no: permit.value?.no ?? '' })),
    foreign: () => {
      permit.value = null
      refuse('not-found', t('gate.foreign'))
    },
    back: () => { phase.value = 'check' },
  }
}
export type Gate = ReturnType<typeof useGate>
