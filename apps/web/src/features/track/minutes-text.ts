import i18next from 'i18next';
import type { Language } from '@countersign/domain';

/** A span of minutes with one decimal place from hours on, for numbers that stand in a column: `40 分钟`, `2.5 小时`, `3.1 天`. Pure but for the texts. */
export function minutesText(minutes: number, language: Language): string {
  const told = (key: 'spanMinutes' | 'spanHours' | 'spanDays', value: number): string => {
    const rounded = value >= 10 || key === 'spanMinutes' ? Math.round(value) : Math.round(value * 10) / 10;
    return i18next.t(`track:${key}`, { count: rounded, lng: language });
  };
  if (minutes < 1) return i18next.t('track:spanNow', { lng: language });
  if (minutes < 60) return told('spanMinutes', minutes);
  return minutes < 24 * 60 ? told('spanHours', minutes / 60) : told('spanDays', minutes / (24 * 60));
}
