import type { CreditingRow } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import { showCredits } from '../../format';

/** What an authority is about to approve. */
export function ReviewSummary({ batch }: { batch: CreditingRow }) {
  const facts: [string, string][] = [
    ['项目名称', batch.activityName],
    ['项目编号', batch.projectNumber],
    ['举办单位', batch.unitName],
    ['活动日期', batch.activityDate],
    ['每人学分', `${CREDIT_CLASSES[batch.creditClass]} ${showCredits(batch.creditsEach)}`],
  ];
  return (
    <>
      <dl className="summary">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">通过后学分生效，学员在“学分”里可以查到。</p>
    </>
  );
}
