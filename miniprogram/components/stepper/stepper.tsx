import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { isOwnTurn } from '@/services/todos';
import './stepper.scss';

/** A stage on the way to a credit, as the contract has it. */
export interface Stage {
  name: string;
  state: 'done' | 'waiting' | 'ahead';
  /** Whom it waits for: a name, or 本人. */
  waitingFor: string | null;
  /** What whoever it waits for does, where the name does not say it. */
  task?: string;
}

const SIGN = { done: '已完成', waiting: '进行中', ahead: '未开始' } as const;

/** The stages in a line, and in words whose turn it is. */
export function Stepper({ stages }: { stages: readonly Stage[] }) {
  const current = stages.find((stage) => stage.state === 'waiting');
  return (
    <View className="stepper">
      <View className="stepper__line">
        {stages.map((stage) => (
          <View
            key={stage.name}
            className={`step step--${stage.state === 'waiting' && isOwnTurn(stage) ? 'act' : stage.state}`}
            aria-label={`${stage.name}：${SIGN[stage.state]}`}
          >
            <View className="step__rail">
              <View className="step__dot">
                {stage.state === 'done' ? <Icon name="check" size={13} color={theme.color.surface} /> : null}
              </View>
            </View>
            <View className="step__name">{stage.name}</View>
          </View>
        ))}
      </View>
      {current?.waitingFor && !isOwnTurn(current) ? (
        <View className="stepper__turn">
          等待 {current.waitingFor} {current.task ?? current.name}
        </View>
      ) : null}
    </View>
  );
}
