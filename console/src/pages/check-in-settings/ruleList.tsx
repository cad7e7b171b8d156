import type { CheckInRules } from '@common/contract/checkInRules';
import type { CheckInRulesFault } from '@common/rules/checkInRules';
import { Button } from 'antd';
import { type ControlProps, RULE_LINES, type RuleLine } from './ruleLines';

interface Props extends ControlProps {
  above: CheckInRules;
  /** Who has set `above`: 上级, or 系统默认 where there is nobody above. */
  aboveName: string;
  fault: CheckInRulesFault | null;
}

/** The rules line by line: what is set here, and beside what differs what it would be without. */
export function RuleList(props: Props) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>考勤规则</h2>
        <span className="faint">
          与{props.aboveName}相同的，以后随{props.aboveName}改变
        </span>
      </div>
      <ul className="check-in-rules">
        {RULE_LINES.map((line) => (
          <Line key={line.title} line={line} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, above, aboveName, fault, ...props }: Props & { line: RuleLine }) {
  const { rules, isReadOnly, onChange } = props;
  const isOwn = line.names.some((name) => rules[name] !== above[name]);
  const follow = () => onChange(Object.fromEntries(line.names.map((name) => [name, above[name]])));
  return (
    <li aria-label={line.title}>
      <b>{line.title}</b>
      <div>
        <div className="check-in-rules__control">{line.control(props)}</div>
        {fault && line.names.includes(fault.field) && (
          <p className="check-in-rules__fault" role="alert">
            {fault.message}
          </p>
        )}
      </div>
      {isOwn ? (
        <span className="check-in-rules__above">
          {aboveName}：{line.words(above)}
          {!isReadOnly && (
            <Button type="link" size="small" aria-label={`${line.title}恢复为${aboveName}`} onClick={follow}>
              恢复
            </Button>
          )}
        </span>
      ) : (
        <span className="check-in-rules__above faint">与{aboveName}相同</span>
      )}
    </li>
  );
}
