import type { Bilingual, Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';

const ENDED: Readonly<Record<string, Bilingual>> = {
  rejected: { zh: '未通过', en: 'was rejected' },
  withdrawn: { zh: '已撤回', en: 'was withdrawn' },
  terminated: { zh: '已终止', en: 'was terminated' },
  revoked: { zh: '的批准已撤销', en: 'has been revoked' },
};

type Params = Record<string, Json>;

function called(request: Json | undefined): Bilingual {
  return typeof request === 'string' && request !== ''
    ? { zh: `申请 ${request} `, en: request }
    : { zh: '所选的申请', en: 'The request that is named' };
}

/** A request that is named does not count: it never was approved, or is so no more. Pure. */
export function linkedNotApproved({ request, outcome }: Params): Bilingual {
  const [name, ended] = [called(request), typeof outcome === 'string' ? ownValue(ENDED, outcome) : undefined];
  return ended
    ? {
        zh: `${name.zh}${ended.zh}，须引用已批准且有效的申请`,
        en: `${name.en} ${ended.en}; it has to be one that is approved and in force`,
      }
    : {
        zh: `${name.zh}尚未批准，须引用已批准且有效的申请`,
        en: `${name.en} is not approved; it has to be one that is approved and in force`,
      };
}

const lower = (text: string): string => text.replace(/^The /, 'the ');

/** A request that is named says something else than this one, in a field that may be named. Pure. */
export function linkedDiffers({ request }: Params, label: Bilingual | null = null): Bilingual {
  const name = called(request);
  return label
    ? { zh: `「${label.zh}」与${name.zh}不一致`, en: `“${label.en}” is not what ${lower(name.en)} says` }
    : { zh: `内容与${name.zh}不一致`, en: `What is filled in is not what ${lower(name.en)} says` };
}
