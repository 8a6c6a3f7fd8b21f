import { mainlandChina } from './mainland-china';

describe('statutory days of mainland China', () => {
  const days = mainlandChina();

  it('are those of the notice of 2026', () => {
    const october = Object.keys(days.holidays).filter((day) => day.startsWith('2026-10'));
    expect(october).toEqual(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`));
    expect(days.makeUp['2026-10-10']).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(Object.keys(days.makeUp).filter((day) => day.startsWith('2026-10'))).toEqual(['2026-10-10']);
  });

  it('are known of announced years, and of no other', () => {
    const { years } = days;
    expect(years.slice(0, 7)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(Object.keys(days.holidays).every((day) => years.includes(Number(day.slice(0, 4))))).toBe(true);
  });

  it('are no ordinary weekend, and make up at weekends only', () => {
    expect(days.holidays['2026-10-17']).toBeUndefined();
    for (const day of Object.keys(days.makeUp)) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  });
});
