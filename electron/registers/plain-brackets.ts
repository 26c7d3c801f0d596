/**
 * SQL for a text whose Chinese brackets count as plain ones: names are stored as 博远（北京）, and what is typed comes as
 * NFKC gives it, 博远(北京), whichever brackets the keyboard made.
 */
export const plainBrackets = (text: string): string => `replace(replace(${text}, '（', '('), '）', ')')`
