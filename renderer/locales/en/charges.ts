/** What is charged for: lines, quotes, answers, payment (chapter 17). */
export default {
  add: 'Charge', addHint: 'number, name or initials', unlisted: 'Not listed: write it', per: '{price}/{unit}',
  item: 'Charge', kind: 'Kind', code: 'List no.', price: 'Price', quantity: 'Quantity', quoted: 'Quoted', actual: 'Actual', amount: 'Amount', amountYuan: 'Amount (yuan)', total: 'Total', capitals: 'In words', drop: 'Remove',
  unit: 'Unit',
  nth: { unit: 'Line {n} unit', item: 'Line {n} charge', kind: 'Line {n} kind', supplier: 'Line {n} supplied by', price: 'Line {n} price', quantity: 'Line {n} quantity', drop: 'Remove line {n}' },
  kinds: { labour: 'Labour', material: 'Material' },
  suppliers: { tower: 'Our material', client: 'Client\'s material' },
  each: { labour: '{what}, per {unit}', material: '{what}, {unit}' },
  basis: { listed: '{code}', nearest: 'as {code}', agreed: 'agreed' },
  fault: {
    name: 'Line {line} has no name.', price: 'The price of line {line} should be 0 to 1,000,000 yuan, two decimals at most.', quantity: 'The quantity of line {line} should be above 0, three decimals at most, and not absurdly large.', lines: 'Nothing is charged yet. Choose from the list, or write a line.',
    actual: 'The actual quantity should be 0 or more, three decimals at most.', reason: 'Write why the client did not agree.', tendered: 'Cash given should be an amount, such as 200 or 200.00.', tooLittle: '{left} is missing.',
  },
  quote: { title: 'Quote', again: 'Quote again', do: 'Save quote', print: 'Print quote' },
  decide: {
    title: 'Client\'s answer', sum: '{total} in all', answer: 'Answer', answers: { 'signed': 'Agreed, signed', 'read-out': 'Agreed on the phone', 'refused': 'Refused' }, by: 'Client', reason: 'Reason', reasonHint: 'The client\'s own words', unsigned: 'An answer on the phone needs no signature; name and reason are kept.',
    do: { 'signed': 'Client agrees', 'read-out': 'Client agrees', 'refused': 'Client refuses' },
  },
  answer: { agreed: 'Client agrees to the price', refused: 'Client refuses the price', spoken: { agreed: 'read out on the phone, agreed by {name}', refused: 'refused by {name}, not signed' } },
  actuals: { title: 'Actual quantities', do: 'Keep quantities' },
  pay: { title: 'Take payment', do: 'Take payment and print receipt', due: 'Due', change: 'Change', kind: 'Paid by', tendered: 'Cash given', tenderedHint: 'exact', payer: 'Payer' },
  month: { title: 'Put on month\'s notice', sum: '{no}  {total}' },
  payment: { cash: 'Cash', card: 'Card', transfer: 'Transfer', wechat: 'WeChat', alipay: 'Alipay' },
  /** After the sentence that the paper is out. */
  also: { quoted: 'The client is to answer.', agreed: 'The client agreed.', change: 'Change {change}.' },
  said: { quoted: '{no} is quoted and waits for the client.', agreed: '{no}: the client agreed.', refused: '{no}: the client refused.', actuals: '{no}: actual quantities kept.', paid: 'Paid, receipt {no}.', paidChange: 'Paid, receipt {no}, change {change}.', monthly: '{no} is on the notice of month {month}.' },
}
