import { describe, expect, test } from 'vitest'
import { cuttingActions, cuttingStates, custodyActions, custodyStates, keysAgree, nextCustodyState, nextCuttingState } from './key'

/** Every way there is, as `from action to`; whatever is not listed is refused. */
const ways = <S extends string, A extends string>(states: readonly S[], actions: readonly A[], next: (from: S, action: A) => S | null): string[] =>
  states.flatMap((from) => actions.flatMap((action) => (next(from, action) === null ? [] : [`${from} ${action} ${next(from, action)}`])))

describe('the ways of keys', () => {
  test('11.R7 11.C5 a key is cut only when it was checked and approved, and registered only when it was cut', () => {
    expect(ways(cuttingStates, cuttingActions, nextCuttingState)).toEqual([
      'requested check checked', 'requested refuse refused', 'requested void void',
      'checked approve approved', 'checked refuse refused', 'checked void void',
      'approved cut cut', 'approved void void',
      'cut register registered',
    ])
  })

  test('11.R4 a custody is sealed, unsealed and sealed again in turn; what has ended or is void stays so', () => {
    expect(ways(custodyStates, custodyActions, nextCustodyState)).toEqual([
      'sealed unseal unsealed', 'sealed end ended', 'sealed void void',
      'unsealed reseal sealed', 'unsealed end ended',
    ])
  })

  test('11.C4 keys held and keys on loan are the keys owned, or they disagree', () => {
    expect(keysAgree({ here: 3, out: 2, owned: 5 })).toBe(true)
    expect(keysAgree({ here: 3, out: 2, owned: 6 })).toBe(false)
    expect(keysAgree({ here: 3, out: 3, owned: 5 })).toBe(false)
  })
})
