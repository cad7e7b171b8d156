import type { CheckInRules } from '@common/contract/checkInRules';
import { CHECK_IN_WAYS, type CheckInWay } from '@common/rules/checkInRules';
import { ownRules } from '@common/rules/ownRules';
import { Icon } from '../../components/icon';

interface Props {
  rules: CheckInRules;
  isReadOnly: boolean;
  onChoose: (rules: CheckInRules) => void;
}

const WAYS: CheckInWay[] = Object.values(CHECK_IN_WAYS);

/** 常用做法: fills in all rules at once; nothing is stored before 保存设置. */
export function WaysCard({ rules, isReadOnly, onChoose }: Props) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>常用做法</h2>
        <span className="faint">选择后填入下面的规则，可以再逐条修改</span>
      </div>
      <div className="check-in-ways">
        {WAYS.map((way) => {
          const isChosen = Object.keys(ownRules(rules, way.rules)).length === 0;
          return (
            <button
              key={way.label}
              type="button"
              aria-pressed={isChosen}
              disabled={isReadOnly}
              onClick={() => onChoose(way.rules)}
            >
              <b>
                {way.label}
                {isChosen && <Icon name="check" size={16} />}
              </b>
              <span>{way.words}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
