import type { Notice } from '../../../shared/contract/notices'
import { noticeSlip } from '../../../shared/slip/notice-slip'
import type { Tx } from '../../store/types'
import type { House } from '../house'

/** The department's notice again, marked 催 with its count; nothing where the department has no printer. */
export async function queueReminderSlip(tx: Tx, house: House, notice: Notice): Promise<void> {
  if (!house.printerRoles().includes(notice.department)) return
  const { tower, serviceCentre } = house.settings.current
  const document = noticeSlip({
    tower, serviceCentre, no: notice.no, at: notice.createdAt, department: notice.department, person: notice.person, who: '', reachBy: '', room: '', matter: notice.text, kind: 'call',
    reminders: notice.reminders, receptionist: tx.scope.actor.name, station: tx.scope.station,
  })
  await house.jobs.create(tx, { printer: notice.department, register: notice.register, recordId: notice.recordId, no: notice.no, document })
}
