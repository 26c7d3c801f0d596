/** How something stands, as a shape and a colour. `done` is ✓ (已告知), `expected` a dashed ring (still to come). */
export type Mark = 'inside' | 'waiting' | 'overdue' | 'expected' | 'left' | 'done' | 'void'
