import type { Rating } from '@shared/contract/repairs'

export const ratings: readonly Rating[] = ['satisfied', 'fair', 'dissatisfied']

/** What was said already when the signing form opens: the rating chosen in the box, or that the paper is signed. */
export interface SignPreset { rating?: Rating; onPaper?: boolean }
