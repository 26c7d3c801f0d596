import { inject, onMounted, onUnmounted, provide, toValue } from 'vue'
import type { InjectionKey, MaybeRefOrGetter } from 'vue'
import { chordOf, isComposing } from './chord'

interface Binding {
  chord: string
  layer: symbol
  run: (event: KeyboardEvent) => unknown
  when: () => boolean
}

const LAYER: InjectionKey<symbol> = Symbol('shortcut layer')
const BASE = Symbol('base')

const bindings: Binding[] = []
const layers: symbol[] = [BASE]

export interface ShortcutOptions {
  when?: MaybeRefOrGetter<boolean>
  /** Any other binding of the key comes first: an open entry takes F2 for itself (16.R3). */
  under?: boolean
}

/** The last bound one that applies runs; only keys of the topmost layer are heard. A run that returns `false` passes on. */
function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  const chord = chordOf(event)
  const top = layers.at(-1)
  for (const binding of bindings.filter((one) => one.chord === chord && one.layer === top && one.when()).reverse()) {
    if (binding.run(event) === false) continue
    event.preventDefault()
    return
  }
}

let listening = false

function bind(layer: symbol, chord: string, run: Binding['run'], options: ShortcutOptions): void {
  const binding: Binding = { chord, layer, run, when: () => toValue(options.when) ?? true }
  onMounted(() => {
    if (!listening) window.addEventListener('keydown', dispatch)
    listening = true
    if (options.under) bindings.unshift(binding)
    else bindings.push(binding)
  })
  onUnmounted(() => {
    const at = bindings.indexOf(binding)
    if (at >= 0) bindings.splice(at, 1)
  })
}

/**
 * Binds a key for as long as the component is mounted. `when` is asked at each press. Keys of a page are deaf while a
 * layer (command bar, lock, dialog) is over it.
 */
export function useShortcut(chord: string, run: Binding['run'], options: ShortcutOptions = {}): void {
  bind(inject(LAYER, BASE), chord, run, options)
}

/** Lays this component's keys, and its children's, over everything below while it is mounted. Returns how it binds its own. */
export function useShortcutLayer(): typeof useShortcut {
  const layer = Symbol('layer')
  provide(LAYER, layer)
  onMounted(() => { layers.push(layer) })
  onUnmounted(() => { layers.splice(layers.indexOf(layer), 1) })
  return (chord, run, options = {}) => bind(layer, chord, run, options)
}
