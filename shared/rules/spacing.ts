/** No space between Chinese and Chinese: 为 1808 登记, but 为陆文博登记; 仍在 2203, but 仍在工程部. */
export const closeUp = (text: string): string => text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
