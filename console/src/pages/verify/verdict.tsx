import type { Verification } from '@common/contract/certificates';
import { formatVerificationCode } from '@common/rules/verificationCode';
import { PRINT_KINDS } from '@common/terms';
import { Icon, type IconName } from '../../components/icon';
import { showDate } from '../../format';

const STATES: Record<Verification['state'], { icon: IconName; title: string }> = {
  valid: { icon: 'check', title: '有效' },
  revoked: { icon: 'close', title: '已撤销' },
  changed: { icon: 'alert', title: '内容有变化' },
};

/** The answer, large: whether the paper holds. */
export function Verdict({ verification }: { verification: Verification }) {
  const { kind, code, state } = verification;
  const { icon, title } = STATES[state];
  const why = reasonOf(verification);
  return (
    <header className={`verdict verdict--${state}`}>
      <span className="verdict__icon">
        <Icon name={icon} size={34} />
      </span>
      <div>
        <p className="verdict__kind">{PRINT_KINDS[kind]}</p>
        <h2>{title}</h2>
        {why && <p className="verdict__why">{why}</p>}
        <p className="verdict__code">
          验证码 <span className="mono">{formatVerificationCode(code)}</span>
        </p>
      </div>
    </header>
  );
}

function reasonOf({ state, revokedAt }: Verification): string | null {
  if (state === 'valid') {
    return null;
  }
  return state === 'revoked'
    ? `学分已${revokedAt ? `于${showDate(revokedAt)}` : ''}撤销。本证书作废。`
    : `打印之后${revokedAt ? `（${showDate(revokedAt)}）` : ''}有学分被撤销。请以下列内容为准。`;
}
