import { useRouter } from '@tarojs/taro';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { NameForm } from './nameForm';
import { TitleForm } from './titleForm';

/** 更正申请: 职称变更 or 姓名更正. */
export default function CorrectPage() {
  const { kind } = useRouter().params;
  return (
    <LearnerGate>
      {(learner) => (kind === 'name' ? <NameForm learner={learner} /> : <TitleForm learner={learner} />)}
    </LearnerGate>
  );
}
