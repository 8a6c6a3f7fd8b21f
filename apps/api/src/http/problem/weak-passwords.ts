import type { Bilingual } from '@countersign/domain';

/** Why a password is too weak, in words. */
export const WEAK: Record<string, Bilingual> = {
  blank: { zh: '密码不能只有空白。', en: 'A password cannot be blank.' },
  repeated: { zh: '密码不能只是重复几个字符，请换一个。', en: 'This repeats a few characters. Please choose another password.' },
  'own-name': { zh: '密码不能是登录名或姓名，请换一个。', en: 'This is the sign-in name or the name. Please choose another password.' },
  common: { zh: '这个密码太常见，容易被猜到，请换一个。', en: 'This password is too common and easily guessed. Please choose another.' },
};
