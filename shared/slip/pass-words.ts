import type { PaperCheck, PaperKey, PassKind, PassState } from '../rules/pass'

/** Slips, cards and registers on paper keep the tower's language, whatever the language of the screen. */
export const passKindWords: Record<PassKind, string> = { identity: '身份确认卡', construction: '施工证', temporary: '临时证', contractor: '专业公司胸卡' }
export const passStateWords: Record<PassState, string> = { ready: '待领', issued: '已发', lost: '已挂失', returned: '已退', renewed: '已续', void: '作废' }
export const paperWords: Record<PaperKey, string> = {
  'name-list': '单位名单', 'id-copy': '身份证复印件', 'photo': '照片', 'licence-copy': '营业执照复印件', 'introduction-letter': '介绍信', 'fit-out-permit': '施工许可证', 'special-certificate': '特种作业证',
}
export const paperCheckWords: Record<PaperCheck, string> = { seen: '看过', sealed: '盖章', stored: '存档' }

/** A kind's card before it is anybody's. */
export const passSample = { holder: '持证人', company: '单位名称', room: '1808', trade: '工种' } as const

/** The band of a kind's card, whatever the theme of the screen: it is paper. Words on it are read at 4.5:1 on the paper of either theme. */
export const passBands = { blue: '#1F4B8F', amber: '#805300', green: '#1D6B4A', grey: '#4A5363' } as const
