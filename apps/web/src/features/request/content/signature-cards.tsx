import { Ban, Check, CircleSlash, CornerUpLeft, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestView, Signatures } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Moment } from '../../../shared/kit/moment';
import styles from './signature-cards.module.css';

type Signature = Signatures['signers'][number];
type Word = NonNullable<Signature['answer']>;

const ICONS: Record<Word, LucideIcon> = { yes: Check, no: X, abstain: CircleSlash, back: CornerUpLeft };

/** What somebody has said, and when; or how long they are waited for. */
function Said({ signature, since }: { signature: Signature; since: string | null }) {
  const { t } = useTranslation('request');
  const { answer, at, turn } = signature;
  if (answer !== null) {
    const Icon = ICONS[answer];
    return (
      <span className={styles.said} data-word={answer}>
        <span>
          <Icon size={14} aria-hidden /> {t(`signed-${answer}`)}
        </span>
        {at ? (
          <small>
            <Moment at={at} />
          </small>
        ) : null}
      </span>
    );
  }
  return (
    <span className={styles.said} data-word={turn}>
      <span>
        {turn === 'over' ? <Ban size={14} aria-hidden /> : null} {t(`signing-${turn}`)}
      </span>
      {turn === 'now' && since ? (
        <small>
          <Moment at={since} as="wait" />
        </small>
      ) : null}
    </span>
  );
}

function Signer({ signature, since }: { signature: Signature; since: string | null }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { person, group, addedBy } = signature;
  const about = [
    ...(person.title ? [words(person.title)] : []),
    // Whom a process names by person gives its group their name.
    ...(group && ![person.name.zh, person.name.en].includes(words(group)) ? [words(group)] : []),
    ...(addedBy ? [t('signerAdded', { name: words(addedBy.name) })] : []),
  ];
  return (
    <li className={styles.signer}>
      <Avatar person={person} />
      <span className={styles.who}>
        <b>{words(person.name)}</b> <small>{about.join(' · ')}</small>
      </span>
      <Said signature={signature} since={since} />
    </li>
  );
}

function SignatureCard({ signed, since }: { signed: Signatures; since: string | null }) {
  const words = useWords();
  const title = words(signed.title);
  return (
    <section className={`card ${styles.card}`} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.progress}>{words(signed.progress)}</span>
        {signed.counting ? <small>{words(signed.counting)}</small> : null}
      </header>
      <ul>
        {signed.signers.map((signature, index) => (
          <Signer key={`${signature.person.id} ${index}`} signature={signature} since={since} />
        ))}
      </ul>
    </section>
  );
}

/** The steps that several people sign: who has said what, who is waited for, and how their words are counted. */
export function SignatureCards({ view }: { view: RequestView }) {
  return view.signatures.map((signed) => (
    <SignatureCard key={signed.step} signed={signed} since={view.current.find(({ step }) => step === signed.step)?.since ?? null} />
  ));
}
