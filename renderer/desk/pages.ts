import type { Permission } from '@shared/contract/permissions'
import type { IconName } from '../components/icons'

/** A page of the desk: named by `shell.page.<name>`. */
export interface Page {
  name: string
  path: string
  icon: IconName
  key?: string
  /** Shown to those who may; everybody signed in if absent. */
  needs?: Permission
  /** Stands without rail, bar and strip: it is read from afar. */
  alone?: true
  /** Where its parts are that have a path of their own. */
  also?: string
  /** The task it is reached from, by its name: the rail marks that one. */
  of?: string
  /** How the command bar finds it besides its name: pinyin and initials, and other words for it. */
  reading: string
}

/** Tasks of the counter, top of the rail. */
export const tasks: readonly Page[] = [
  { name: 'today', path: '/today', icon: 'house', key: 'F1', reading: 'jinri jr' },
  { name: 'visits', path: '/visits', icon: 'door-open', key: 'F2', needs: 'reception.read', reading: 'laifang lf dengji dj' },
  { name: 'calls', path: '/calls', icon: 'phone', key: 'F3', needs: 'reception.read', reading: 'laidian ld' },
  { name: 'repairs', path: '/repairs', icon: 'wrench', key: 'F4', needs: 'repairs.read', reading: 'baoxiu bx weixiu wx' },
  { name: 'passes', path: '/passes', icon: 'id-card', key: 'F5', needs: 'passes.read', reading: 'zhengjian zj banzheng bz' },
  { name: 'exitPermits', path: '/exit-permits', icon: 'truck', key: 'F6', needs: 'exit-permits.read', reading: 'chumentiao cmt' },
  { name: 'gate', path: '/gate', icon: 'shield-check', needs: 'exit-permits.release', alone: true, reading: 'mengang mg hedui hd' },
  { name: 'keys', path: '/keys', icon: 'key-round', key: 'F7', needs: 'keys.read', reading: 'yaoshi ys' },
  { name: 'complaints', path: '/complaints', icon: 'message-square-warning', key: 'F8', needs: 'complaints.read', reading: 'tousu ts' },
  { name: 'signs', path: '/signs', icon: 'signpost', key: 'F9', needs: 'signs.read', reading: 'shuipai sp' },
  { name: 'services', path: '/services', icon: 'hand-coins', key: 'F10', needs: 'services.read', reading: 'youchangfuwu ycfw' },
]

/** 楼务: the group under Alt+L, then a digit. */
export const towerPages: readonly Page[] = [
  { name: 'tenants', path: '/tenants', also: '/units', icon: 'folder-open', key: '1', needs: 'tenants.read', reading: 'danweidangan dwda' },
]

export const handoverPage: Page = { name: 'handover', path: '/handover', icon: 'arrow-left-right', key: 'F11', needs: 'handover.write', reading: 'jiaojieban jjb' }

/** Found by the command bar and the strip only. */
export const backPages: readonly Page[] = [
  { name: 'cashier', path: '/cashier', icon: 'banknote', needs: 'cashier.read', reading: 'shoukuan sk shouju sj qingdian qd beiyongjin byj 备用金 收据 清点 钱箱 receipts drawer float' },
  { name: 'deposits', path: '/deposits', icon: 'vault', needs: 'cashier.read', reading: 'yajin yj taizhang tz' },
  { name: 'dayClose', path: '/day-close', icon: 'calendar-days', needs: 'cashier.write', reading: 'rijie rj' },
  { name: 'passKinds', path: '/pass-kinds', of: 'passes', icon: 'badge-check', needs: 'passes.read', reading: 'zhengjianzhonglei zjzl' },
  { name: 'fitOutPermits', path: '/fit-out-permits', of: 'passes', icon: 'hard-hat', needs: 'passes.read', reading: 'shigongxukezheng sgxkz' },
  { name: 'calendar', path: '/calendar', icon: 'calendar-clock', needs: 'settings.read', reading: 'gongzuorili gzrl' },
  { name: 'directory', path: '/directory', of: 'signs', icon: 'list-tree', needs: 'signs.read', reading: 'shuipaimulu spml' },
  { name: 'prices', path: '/prices', of: 'services', icon: 'tags', needs: 'services.read', reading: 'jiamubiao jmb' },
  { name: 'month', path: '/month', of: 'services', icon: 'calendar-check', needs: 'services.read', reading: 'yuejiehedui yjhd 交财务 复核' },
  { name: 'numbers', path: '/numbers', icon: 'list-ordered', needs: 'numbers.read', reading: 'bianhaohedui bhhd' },
  { name: 'devices', path: '/devices', icon: 'printer', needs: 'printing.read', reading: 'shebei sb dayin dy' },
  { name: 'import', path: '/import', icon: 'upload', needs: 'import', reading: 'daoru dr' },
  { name: 'staff', path: '/staff', icon: 'users', needs: 'staff.write', reading: 'renyuan ry gonghao gh' },
  { name: 'settings', path: '/settings', icon: 'settings', needs: 'settings.read', reading: 'shezhi sz' },
]

export const allPages: readonly Page[] = [...tasks, handoverPage, ...towerPages, ...backPages]

/** The page of a path; `/tenants/7` is that of `/tenants`, and so is `/units/7`. */
export function pageAt(path: string): Page | undefined {
  return allPages.find((page) => path === page.path || path.startsWith(`${page.path}/`) || (page.also !== undefined && path.startsWith(`${page.also}/`)))
}
