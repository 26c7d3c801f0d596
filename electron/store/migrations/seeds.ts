import { appendAudit } from '../audit'
import { testScope } from '../testing'
import { indexedPairs } from '../text-index'
import type { Sql } from '../types'
import { Vault } from '../vault'

/** A row in every table of each version, as that version wrote it after a day's work. */

export const NOW = new Date(2026, 2, 12, 14, 26).getTime()
export const vault = new Vault(Buffer.alloc(32, 7))

export type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>
export type Seed = (insert: Insert, query: Query) => Promise<void>
export type Insert = (table: string, values: Record<string, Sql>) => Promise<unknown>

/** Of somebody's number, under the row's own key. */
export function sealed(table: string, number = '13800002716'): Record<'data_key' | 'phone_enc' | 'phone_hash' | 'phone_masked', Sql> {
  const key = vault.newKey()
  return { data_key: key.wrapped, phone_enc: key.encrypt(number, `${table}.phone_enc`), phone_hash: vault.hash('phone', number), phone_masked: '138****2716' }
}

/** Somebody's number of a document, under the row's own key. */
function sealedDocument(table: string, number = '110105199003070024'): Record<string, Sql> {
  const key = vault.newKey()
  return { data_key: key.wrapped, document_kind: 'resident', document_enc: key.encrypt(number, `${table}.document_enc`), document_hash: vault.hash('document', number), document_masked: '110105********0024' }
}

async function seedFrontDesk(insert: Insert, query: Query): Promise<void> {
  const key = vault.newKey()
  for (const [name, value] of [['tower', '"云汇中心"'], ['company', '"云汇中心物业服务有限公司"'], ['visitorRetentionDays', '45'], ['audit.head', '"x"']] as const) await insert('setting', { key: name, value, updated_at: NOW, updated_by: 1 })
  await insert('number_series', { series: 'reception', year: 2026, last: 2 })
  await insert('staff', { id: 1, staff_no: '101', name: '周晓岚', role: 'receptionist', department: 'customer-service', pin_hash: 'x' })
  await insert('unit', { id: 1, room: '1808', floor: '18', area_m2: 212.5 })
  await insert('tenant', { id: 1, name: '博远（北京）国际供应链管理有限公司' })
  await insert('tenancy', { unit_id: 1, tenant_id: 1 })
  await insert('contact', { id: 1, tenant_id: 1, unit_id: 1, name: '陆文博', extension: '8012', ...sealed('contact') })
  await insert('person', { id: 1, name: '何婉清', last_seen_at: NOW, ...sealed('person') })
  await insert('blind_index', { hash: vault.hash('phone-tail', '2716'), owner: 'person', owner_id: 1 })
  const entry = { at: NOW, day: '2026-03-12', receptionist_id: 1, receptionist: '周晓岚', station: 'A1', tenant_id: 1, unit_id: 1, room: '1808' }
  await insert('entry', { ...entry, id: 1, no: 'DJ26-000001', kind: 'visit', state: 'inside', person_id: 1, name: '何婉清', card_no: 'T-037', token: 'QT1:DJ26-000001:7F3A', ...sealed('entry') })
  await insert('entry', { ...entry, id: 2, no: 'DJ26-000002', kind: 'call', state: 'void', name: '陆文博', category: 'repair', matter: '空调不制冷', void_at: NOW, void_reason: '重复' })
  await insert('entry_text', { rowid: 2, pairs: indexedPairs(['空调不制冷']) })
  await insert('deny', { id: 1, name: '某人', name_folded: '某人', reason: '寻衅', at: NOW, by: '韩雪' })
  await insert('notice', { id: 1, department: 'engineering', text: '1808室，空调不制冷', register: 'reception', record_id: 2, no: 'DJ26-000002', created_at: NOW, created_by: '周晓岚' })
  await insert('link', { id: 1, from_register: 'reception', from_id: 2, from_no: 'DJ26-000002', to_register: 'reception', to_id: 1, to_no: 'DJ26-000001', at: NOW, by: '周晓岚' })
  await insert('print_job', { id: 1, printer: 'receipt', title: '访客单', register: 'reception', record_id: 1, no: 'DJ26-000001', document: '{"title":"访客单","lines":[]}', created_at: NOW, created_by: '周晓岚' })
  await insert('attachment', { id: 7, kind: 'photo', mime: 'image/png', size: 3, register: 'reception', record_id: 1, data_key: key.wrapped, content: key.encrypt('png', 'attachment.content'), created_at: NOW, created_by: '周晓岚' })
  await insert('draft', { staff_id: 1, form: 'visit', content: key.encrypt('{}', 'draft.content'), at: NOW })
  await insert('handover', { id: 1, no: 'JB26-000001', day: '2026-03-12', shift: '早班', station: 'A1', state: 'open', from_id: 1, from_name: '周晓岚', items: '[]', signed_off_at: NOW })
  for (const [id, action] of [[1, 'create'], [2, 'create'], [2, 'void']] as const) await appendAudit(query, testScope, NOW, { action, register: 'reception', recordId: id, detail: { no: `DJ26-00000${id}` } })
}

/** A repair that was charged for and paid, a drawer that was counted, a complaint. */
async function seedRepairs(insert: Insert): Promise<void> {
  const record = { at: NOW, day: '2026-03-12', station: 'A1', tenant_id: 1, unit_id: 1, room: '1808' }
  for (const [series, last] of [['repairs', 1], ['paid-services', 1], ['receipts', 2], ['complaints', 1]] as const) await insert('number_series', { series, year: 2026, last })
  await insert('work_order', { ...record, id: 1, no: 'WX26-000001', state: 'returned', reporter: '陆文博', ...sealed('work_order'), fault: '空调不制冷', content: '空调不制冷', trade: 'hvac', urgency: 'normal', chargeable: 1, due_at: NOW, received_by: '周晓岚', token: 'a', client_sign_by: '陆文博', client_sign_at: NOW })
  await insert('work_order_text', { rowid: 1, pairs: indexedPairs(['空调不制冷']) })
  await insert('fault', { id: 1, trade: 'hvac', text: '空调不制冷', uses: 3, listed: 1 })
  await insert('spot_check', { id: 1, at: NOW, day: '2026-03-12', by: '韩雪', order_id: 1, stage: 'returned', passed: 1, note: '' })
  await insert('step', { id: 1, register: 'repairs', record_id: 1, action: 'create', from_state: '', to_state: 'issued', at: NOW, actor: '周晓岚', station: 'A1' })
  await insert('price_item', { id: 1, code: 'S-01', category: '空调', name: '清洗滤网', kind: 'labour', unit: '次', price_fen: 8_000, valid_from: '2026-01-01' })
  await insert('service_batch', { id: 1, month: '2026-02', checked_by_id: 1, checked_by: '周晓岚', checked_at: NOW })
  await insert('journal', { id: 1, at: NOW, day: '2026-03-12', kind: 'service', register: 'paid-services', record_id: 1, no: 'YC26-000001', actor: '周晓岚', station: 'A1' })
  await insert('journal', { id: 2, at: NOW, day: '2026-03-12', kind: 'receipt', register: 'paid-services', record_id: 1, no: 'SJ26-000001', actor: '周晓岚', station: 'A1' })
  for (const [journal_id, account, amount_fen] of [[1, 'receivable', 8_000], [1, 'service-income', -8_000], [2, 'cash', 8_000], [2, 'receivable', -8_000]] as const) await insert('posting', { journal_id, account, amount_fen, tenant_id: 1, station: 'A1' })
  await insert('receipt', {
    id: 1, no: 'SJ26-000001', at: NOW, day: '2026-03-12', station: 'A1', cashier: '周晓岚', payer: '博远', room: '1808', tenant_id: 1, subject: '清洗滤网', register: 'paid-services', record_id: 1, record_no: 'YC26-000001', lines: '[]', total_fen: 8_000, payment: 'cash', journal_id: 2,
  })
  await insert('paid_service', { ...record, id: 1, no: 'YC26-000001', state: 'paid', client: '陆文博', ...sealed('paid_service'), title: '清洗滤网', for_register: 'repairs', for_id: 1, for_no: 'WX26-000001', opened_by: '周晓岚', total_fen: 8_000, journal_id: 1, receipt_id: 1, paid_at: NOW })
  await insert('service_line', { id: 1, service_id: 1, position: 1, price_item_id: 1, basis: 'listed', name: '清洗滤网', kind: 'labour', supplier: 'us', unit_price_fen: 8_000, quoted_milli: 1000, amount_fen: 8_000 })
  await insert('drawer_close', { id: 1, no: 'QD26-000001', at: NOW, day: '2026-03-12', station: 'A1', by: '周晓岚', expected_fen: 8_000, counted_fen: 8_000, difference_fen: 0, handed_in_fen: 0, float_fen: 8_000, counts: '[]', last_posting_id: 4 })
  await insert('complaint', { ...record, id: 1, no: 'TS26-000001', state: 'handling', name: '陆文博', ...sealed('complaint'), channel: 'phone', kind: 'facilities', level: 2, title: '空调', cause: '', received_by: '周晓岚', due_at: NOW })
  await insert('complaint_round', { complaint_id: 1, round: 1, due_at: NOW })
}

/** A pass in force and one lost, a key out of two, a permit that the gate counted, a sign on the wall; deposits held, forfeited and given back; the day signed. */
async function seedPassCounter(insert: Insert, query: Query): Promise<void> {
  const place = { tenant_id: 1, unit_id: 1, room: '1808' }
  const moment = { at: NOW, day: '2026-03-12' }
  const record = { ...moment, station: 'A1' }
  const client = { ...place, tenant_name: '博远' }
  for (const [series, last] of [['pass-applications', 1], ['identity', 2], ['void-declarations', 1], ['fit-out-permits', 1], ['refunds', 1], ['day-closes', 1], ['exit-permits', 1], ['move-outs', 1], ['key-loans', 1], ['key-cutting', 1], ['key-custody', 1], ['stocktakes', 1], ['signs', 1]] as const) await insert('number_series', { series, year: 2026, last })

  await query(`UPDATE number_series SET last = 3 WHERE series = 'receipts'`)

  // Two deposits for passes, one forfeited; one for a key, given back.
  await insert('pass_application', { ...record, ...client, id: 1, no: 'BZ26-000001', state: 'open', applicant: '陆文博', ...sealed('pass_application'), kind: 'identity', company: '博远', reason: '新员工', papers: JSON.stringify([{ key: 'name-list', checks: ['sealed'], scanIds: [], note: '' }, { key: 'photo', checks: ['stored'], scanIds: [], note: '' }]), by: '周晓岚' })
  const pass = { ...record, ...place, kind: 'identity', application_id: 1, holder: '何婉清', ...sealedDocument('pass'), company: '博远', valid_from: '2026-03-12', valid_until: '2027-03-11', fee_fen: 2_000, deposit_fen: 5_000, issued_at: NOW, receiver_by: '陆文博', receiver_at: NOW }
  await insert('journal', { ...moment, id: 3, kind: 'receipt', register: 'passes', record_id: 1, no: 'SJ26-000002', actor: '周晓岚', station: 'A1' })
  await insert('journal', { ...moment, id: 4, kind: 'forfeit', register: 'passes', record_id: 3, no: 'SF26-000002', actor: '周晓岚', station: 'A1' })
  await insert('journal', { ...moment, id: 5, kind: 'receipt', register: 'keys', record_id: 2, no: 'SJ26-000003', actor: '周晓岚', station: 'A1' })
  await insert('journal', { ...moment, id: 6, kind: 'refund', register: 'keys', record_id: 2, no: 'TK26-000001', actor: '周晓岚', station: 'A1' })
  for (const [journal_id, account, amount_fen] of [
    [3, 'cash', 14_000], [3, 'deposit', -10_000], [3, 'fee-income', -4_000], [4, 'deposit', 5_000], [4, 'forfeit-income', -5_000],
    [5, 'cash', 10_000], [5, 'deposit', -10_000], [6, 'deposit', 10_000], [6, 'cash', -10_000],
  ] as const) await insert('posting', { journal_id, account, amount_fen, tenant_id: 1, station: 'A1' })
  const receipt = { ...record, cashier: '周晓岚', payer: '博远', room: '1808', tenant_id: 1, lines: '[]', payment: 'cash' }
  await insert('receipt', { ...receipt, id: 2, no: 'SJ26-000002', subject: '身份证 2 张', register: 'passes', record_id: 1, record_no: 'BZ26-000001', total_fen: 14_000, journal_id: 3 })
  await insert('receipt', { ...receipt, id: 3, no: 'SJ26-000003', subject: '钥匙押金', register: 'keys', record_id: 2, record_no: 'YJ26-000001', total_fen: 10_000, journal_id: 5 })
  await insert('receipt', { ...receipt, id: 4, no: 'TK26-000001', subject: '退还押金', register: 'keys', record_id: 2, record_no: 'YJ26-000001', total_fen: 10_000, journal_id: 6, kind: 'refund' })
  await insert('pass', { ...pass, id: 2, no: 'SF26-000001', state: 'issued', token: 'QT3:SF26-000001:7F3A', receipt_id: 2 })
  await insert('pass', { ...pass, id: 3, no: 'SF26-000002', state: 'lost', token: 'QT3:SF26-000002:9B1C', receipt_id: 2, ended_at: NOW })
  await insert('void_declaration', { ...record, id: 1, no: 'ZF26-000001', pass_id: 3, lost_on: '2026-03-11', lost_where: '地铁', declared_by: '何婉清', forfeited_fen: 5_000, sign_by: '何婉清', sign_at: NOW, by: '周晓岚' })
  await insert('deposit', { ...moment, id: 1, state: 'held', kind: 'identity', register: 'passes', record_id: 2, record_no: 'SF26-000001', holder: '何婉清', tenant_id: 1, company: '博远', amount_fen: 5_000, receipt_id: 2 })
  await insert('deposit', { ...moment, id: 2, state: 'forfeited', kind: 'identity', register: 'passes', record_id: 3, record_no: 'SF26-000002', holder: '何婉清', tenant_id: 1, company: '博远', amount_fen: 5_000, receipt_id: 2, settled_at: NOW, settled_by: '周晓岚', settle_journal_id: 4, reason: '遗失' })
  await insert('deposit', { ...moment, id: 3, state: 'refunded', kind: 'key', register: 'keys', record_id: 2, record_no: 'YJ26-000001', holder: '陆文博', tenant_id: 1, company: '博远', amount_fen: 10_000, receipt_id: 3, settled_at: NOW, settled_by: '周晓岚', settle_journal_id: 6, refund_id: 4 })
  await insert('fit_out_permit', { id: 1, no: 'XZ26-000001', at: NOW, by: '周晓岚', ...client, contractor: '北京筑成装饰', chief: '赵工', ...sealed('fit_out_permit'), valid_from: '2026-03-01', valid_until: '2026-04-30' })

  // A permit to move out, counted at the gate.
  await insert('signatory', { id: 1, tenant_id: 1, contact_id: 1, name: '陆文博', title: '行政经理', specimen_id: 7, specimen_on: '2026-01-05' })
  await insert('tenant_hold', { id: 1, tenant_id: 1, at: NOW, by: '秦会', reason: '物业费欠一季', amount_fen: 996_000, lifted_at: NOW, lifted_by: '秦会', lift_reason: '已付' })
  await insert('move_out', { ...record, ...client, id: 1, no: 'TZ26-000001', by: '周晓岚' })
  await insert('exit_permit', {
    ...record, ...client, id: 1, no: 'CM26-000001', state: 'released', applicant: '陆文博', ...sealed('exit_permit'), kind: 'moving-out', token: 'QT2:CM26-000001:44E0', goods: JSON.stringify([{ name: '文件柜', quantity: 4, unit: '个', remark: '' }]), leaving_on: '2026-03-12', exit: '东门',
    authority: 'signatory', signatory_id: 1, authority_sign_by: '陆文博', authority_sign_at: NOW, by: '周晓岚', issued_at: NOW, issued_by: '周晓岚', override_by: '韩雪', override_reason: '押金抵扣', owed_fen: 996_000, checked_at: NOW, checked_by: '宋岩', released_at: NOW, move_out_id: 1,
  })
  await insert('gate_check', { id: 1, permit_id: 1, at: NOW, by: '宋岩', exit: '东门', agrees: 1, found: JSON.stringify([{ line: 0, name: '文件柜', listed: 4, found: 4 }]) })

  // Keys: a loan that came back, one damaged, one cut, one sealed, a board counted.
  await insert('key_hook', { id: 1, no: 'A-1', board: 'A', hook: 1, unit_id: 1, room: '1808', type: 'door', name: '大门', owned: 3 })
  const signed = { by: '陆文博', at: NOW, signatureId: null, onPaper: true, scanId: null }
  await insert('key_loan', {
    ...record, ...client, id: 2, no: 'YJ26-000001', state: 'returned', key_id: 1, borrower: '陆文博', ...sealed('key_loan'), company: '博远', pass_no: 'SF26-000001', count: 2, returned: 2, reason: '搬家具', due_at: NOW, lent_by: '周晓岚',
    borrower_sign_by: '陆文博', borrower_sign_at: NOW, returner_by: '陆文博', returner_at: NOW, returned_at: NOW, returned_to: '周晓岚', returns: JSON.stringify([{ at: NOW, count: 2, signed, to: '周晓岚' }]), receipt_id: 3, refund_id: 4,
  })
  await insert('key_incident', { ...moment, id: 3, key_id: 1, loan_id: 2, kind: 'damage', count: 1, severity: 1, reason: '齿断', responsible: '陆文博', by: '周晓岚' })
  await insert('key_cutting', { ...record, id: 4, no: 'PK26-000001', key_id: 1, unit_id: 1, room: '1808', name: '大门', type: 'door', count: 1, reason: '齿断', by: '周晓岚', state: 'checked', checked_at: NOW, checked_by: '韩雪' })
  await insert('key_custody', {
    ...record, ...client, id: 5, no: 'TG26-000001', state: 'sealed', reason: '出差', seal_no: 'F-0007', purpose_explained: 1, client_seal_seen: 1, keys: JSON.stringify([{ keyId: null, no: '', type: 'door', name: '大门', count: 1 }]), authorised: JSON.stringify([{ name: '陆文博', title: '行政经理', documentMasked: '' }]),
    client_sign_by: '陆文博', client_sign_at: NOW, keeper: '周晓岚', events: JSON.stringify([{ at: NOW, kind: 'sealed', by: '周晓岚', person: '陆文博', reason: '', sealNo: 'F-0007', signed }]),
  })
  await insert('stocktake', { ...record, id: 6, no: 'PD26-000001', by: '周晓岚', board: 'A', counted: 2, expected: 3, lines: JSON.stringify([{ keyId: 1, no: 'A-1', name: '大门', expected: 3, found: 2, labelOk: true, explanation: '送配' }]) })

  await insert('sign', { ...record, ...client, id: 1, no: 'SP26-000001', state: 'installed', applicant: '陆文博', ...sealed('sign'), floor: '18', kind: 'new', size: '600×80', name_zh: '博远', name_en: 'Boyuan', sign_place: '一层大堂', fee_fen: 0, seal_seen: 1, by: '周晓岚', confirm_by: '陆文博', confirm_at: NOW, ordered_at: NOW, installed_on: '2026-03-12' })
  await insert('day_close', { ...record, id: 1, no: 'RJ26-000001', by: '周晓岚', drawer_close_id: 1, ledger_fen: 22_000, counted_fen: 22_000, held_fen: 5_000, open: JSON.stringify([{ what: 'keys-out', count: 1, nos: ['YJ26-000001'] }]), sign_by: '周晓岚', sign_at: NOW })
}

/** What each version added to the one before. */
export const seeds: readonly Seed[] = [seedFrontDesk, seedRepairs, seedPassCounter]
