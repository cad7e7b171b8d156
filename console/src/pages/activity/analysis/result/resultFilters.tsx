import type { SavedAnalysis } from '@common/contract/analyses';
import { codesOf, EXCLUSIONS, type Exclusion } from '@common/terms';
import { Tag } from 'antd';

const ONLY = {
  all: '全部',
  effective: '有效',
  grantable: '待授分',
  doubted: '有疑点',
  excluded: '无效',
} as const;
export type Only = keyof typeof ONLY;
export const ONLY_CODES = codesOf(ONLY);

interface Props {
  analysis: Pick<SavedAnalysis, 'counts' | 'grantable'>;
  only: Only;
  /** One reason of those who are left out. */
  reason: Exclusion | undefined;
  onChange: (only: Only, reason: Exclusion | undefined) => void;
}

/** The result by who is in and out, and by each reason, with how many; a press shows those. */
export function ResultFilters({ analysis: { counts, grantable }, only, reason, onChange }: Props) {
  const persons: Record<Only, number> = {
    all: counts.persons,
    effective: counts.effective,
    grantable,
    doubted: counts.doubted,
    excluded: counts.persons - counts.effective,
  };
  // What is chosen stays in sight, should nobody be left of it.
  const groups = codesOf(ONLY).filter((code) => code === 'all' || code === only || persons[code] > 0);
  const reasons = counts.excluded.filter((each) => each.persons > 0 || each.reason === reason);
  return (
    <div className="chips">
      {groups.map((code) => (
        <Tag.CheckableTag
          key={code}
          checked={only === code && reason === undefined}
          onChange={() => onChange(code, undefined)}
        >
          {ONLY[code]} {persons[code]}
        </Tag.CheckableTag>
      ))}
      {reasons.map((each) => (
        <Tag.CheckableTag
          key={each.reason}
          checked={reason === each.reason}
          onChange={(isChosen) =>
            isChosen ? onChange('excluded', each.reason) : onChange('excluded', undefined)
          }
        >
          {EXCLUSIONS[each.reason]} {each.persons}
        </Tag.CheckableTag>
      ))}
    </div>
  );
}
