import { CREDIT_CLASSES, type CreditClass } from '@common/terms';
import { Progress } from 'antd';
import { showCredits, showHours } from '../../format';
import { creditsOfPart } from './hours';

interface Props {
  /** All courses together. */
  sum: number;
  project: { minutes: number; credits: number };
  creditClass: CreditClass;
}

/** The running sum of 学时 against the project's, and the credits that follow: 课程学时之和要等于项目的总学时. */
export function HoursSum({ sum, project, creditClass }: Props) {
  const left = project.minutes - sum;
  const isRight = left === 0;
  const share = project.minutes > 0 ? Math.min(100, Math.round((sum / project.minutes) * 100)) : 100;
  return (
    <div className={`hours-sum${isRight ? ' hours-sum--right' : ''}`} role="status">
      <div className="hours-sum__words">
        <span>
          已安排 <b>{showHours(sum)}</b>，项目总学时 <b>{showHours(project.minutes)}</b>
        </span>
        <span className="hours-sum__left">
          {isRight ? '学时正好' : left > 0 ? `还差${showHours(left)}` : `多出${showHours(-left)}`}
        </span>
        <span className="hours-sum__credits">
          对应{CREDIT_CLASSES[creditClass]} <b>{showCredits(creditsOfPart(sum, project))}</b>
        </span>
      </div>
      <Progress
        percent={share}
        showInfo={false}
        size="small"
        status={isRight ? 'success' : left < 0 ? 'exception' : 'normal'}
      />
    </div>
  );
}
