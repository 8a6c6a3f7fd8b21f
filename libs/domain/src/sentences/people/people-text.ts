import type { ForeseenStep } from '../../preview/foreseen-step';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { inBoth, wordList } from '../../wording/names';
import { countersignOf } from '../events/counting-text';
import { humanStepOf, isListed, personName, type SentenceContext } from '../sentence-context';

/** Of a list that more people work through than these, the first is named, and how many there are. */
const NAMED_OF_LIST = 3;

/** The people of a foreseen step with their roles, where the title beside them does not say them: 陈静（出纳） / Chen Jing (Cashier). Pure. */
export function peopleText(step: ForeseenStep, context: SentenceContext, title: Bilingual = { zh: '', en: '' }): Bilingual {
  const roles = new Map(step.derivation?.rules.flatMap((rule) => rule.candidates).map(({ person, role }) => [person, role]));
  const human = humanStepOf(context, step.step);
  const listed = isListed(human);
  const all = listed || countersignOf(human) !== null;
  return inBoth((language) => {
    const people = step.people.map((person) => {
      const name = personName(context, person)[language];
      const role = ownValue(context.names.roles, roles.get(person) ?? '')?.[language];
      if (!role || title[language].toLowerCase().includes(role.toLowerCase())) return name;
      return language === 'zh' ? `${name}（${role}）` : `${name} (${role})`;
    });
    const [first = ''] = people;
    if (listed && people.length > NAMED_OF_LIST)
      return language === 'zh' ? `${first}等 ${people.length} 人` : `${first} and ${people.length - 1} others`;
    // Of several who sign or have items of a list, each is asked; else whoever comes first decides.
    return language === 'zh' || all ? wordList(people, language) : wordList(people, language).replace(/ and (?=[^,]*$)/, ' or ');
  });
}
