/** The columns of a work order that a search looks into. */
export interface OrderTexts { no: string; content: string; reporter: string; tenant_name: string; room: string; place: string; worker: string }

/** In one place, since what is indexed must be what is verified. */
export const orderTexts = (o: OrderTexts): string[] => [o.no, o.content, o.reporter, o.tenant_name, o.room, o.place, o.worker]
