import type { HandoverItem } from '@shared/contract/handover'
import { partWords } from '../../desk/phrases'

/** What a line of a hand-over is about, in the page's language; one that was signed off before there were parts reads as it was stored. */
export const carriedTitle = ({ title, parts }: HandoverItem): string => partWords(title, parts?.title)
export const carriedDetail = ({ detail, parts }: HandoverItem): string => partWords(detail, parts?.detail)
