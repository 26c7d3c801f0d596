import { ageParts } from '@shared/rules/time'
import type { Age } from '@shared/rules/time'
import { t } from '../locales'

export function ageStage(since: number, now: number, limit?: number): Age['stage'] {
  return ageParts(since, now, limit).stage
}

/** 刚刚 · 24 分 · 2 时 06 分 · 1 天 · 超 34 分. */
export function ageWords(since: number, now: number, limit?: number): string {
  const { stage, hours, minutes } = ageParts(since, now, limit)
  const age = hours >= 24
    ? t('states.age.days', { days: Math.floor(hours / 24) })
    : hours > 0 ? t('states.age.hours', { hours, minutes: String(minutes).padStart(2, '0') }) : t('states.age.minutes', { minutes })
  if (stage === 'over') return t('states.age.over', { age })
  return hours === 0 && minutes === 0 ? t('states.age.now') : age
}
