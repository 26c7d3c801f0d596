/** Whether a name is that of a file we read; a workbook of the old kind (.xls) is not. */
export const readable = (name: string): boolean => /\.(xlsx|csv)$/i.test(name)
