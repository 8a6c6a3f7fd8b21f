import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import type { Finding } from './findings';
import { hoursOf } from '../../shared/format/hours-text';

/** Says a finding in the language on screen. */
export function useFindingText(): (finding: Finding) => string {
  const { t } = useTranslation('analytics');
  const words = useWords();
  return (finding) => {
    switch (finding.key) {
      case 'mostAt':
      case 'mostKept':
        return t(finding.key, { step: words(finding.step), share: finding.share });
      case 'mostLate':
        return t(finding.of === 1 ? 'mostAlwaysLate' : 'mostLate', { step: words(finding.step), share: finding.share, of: finding.of });
      case 'noSteps':
        return t(finding.key, { count: finding.cases });
      case 'fewAt':
        return t(finding.key, { step: words(finding.step), count: finding.cases });
      case 'fewReturns':
      case 'fewReturnsOneWay':
        return t(finding.key, { from: words(finding.from), to: words(finding.to), count: finding.times });
      case 'mostReturns':
        return t(finding.key, { from: words(finding.from), to: words(finding.to), share: finding.share });
      case 'versionFaster':
      case 'versionSlower':
      case 'versionSame':
        return t(finding.key, { version: finding.version, before: hoursOf(finding.before), after: hoursOf(finding.after) });
      case 'lastWeek':
        return t(finding.key, { hours: hoursOf(finding.minutes), low: hoursOf(finding.low), high: hoursOf(finding.high) });
      case 'oneWeek':
      case 'sameWeeks':
        return t(finding.key, { hours: hoursOf(finding.minutes) });
      case 'unitKept':
      case 'fewestKept':
        return t(finding.key, { unit: words(finding.unit), share: finding.share });
      case 'targetMet':
        return t(finding.key, { share: finding.share, target: finding.target });
      case 'targetMissed':
        return t(finding.key, { share: finding.share, target: finding.target, count: finding.points });
      default:
        return t(finding.key);
    }
  };
}
