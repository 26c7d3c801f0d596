import { phrases } from '@shared/rules/phrases'

/** What records bear of the counter's own words: in Chinese as they are stored and printed. */
export default phrases
