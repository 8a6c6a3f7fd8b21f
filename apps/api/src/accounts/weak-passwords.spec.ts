import { weaknessOf } from './weak-passwords';

const NAMES = ['he-qiong', 'He Qiong', '何琼'];

describe('a password', () => {
  it.each([
    ['            ', 'blank'],
    ['\u200b'.repeat(12), 'blank'],
    ['\u3000'.repeat(12), 'blank'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['ａａａａａａＡＡＡＡＡＡ', 'repeated'],
    ['abababababab', 'repeated'],
    ['12 12 12 12 12 12', 'repeated'],
    ['he-qiong-he-qiong', 'own-name'],
    ['He.Qiong.2026', 'own-name'],
    ['ＨＥ－ＱＩＯＮＧ1234', 'own-name'],
    ['123456789012', 'common'],
    ['987654321098', 'common'],
    ['qwertyuiop123', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['1q2w3e4r5t6y', 'common'],
    ['abcdefghijkl', 'common'],
    ['Password1234', 'common'],
    ['p@ssw0rd2026!', 'common'],
    ['passwordpassword', 'common'],
    ['Welcome12345!', 'common'],
    ['iloveyou1314520', 'common'],
    ['woaini5201314', 'common'],
    ['admin1234567', 'common'],
    ['Countersign2026', 'common'],
    ['correct horse battery staple', 'common'],
  ])('“%s” is %s', (password, weakness) => {
    expect(weaknessOf(password, NAMES)).toBe(weakness);
  });

  it.each([
    'correct horse battery',
    'a long enough password',
    'another password',
    '今天天气不错适合去公园散步',
    'qiong likes 7 green teapots',
    'kT9-vv2-Lw8-p',
    'purple tractor',
    '838201947563',
  ])('“%s” is taken', (password) => {
    expect(weaknessOf(password, NAMES)).toBeNull();
  });
});
