import type { LearnerRow } from '@common/contract/learners';
import { TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import { moment } from '@/services/words';
import { Tick } from './tick';

interface ApplicantCardProps {
  learner: LearnerRow;
  isSelected: boolean;
  onToggle: () => void;
}

/** Somebody who waits to be approved, with what the unit knows people by. */
export function ApplicantCard({ learner, isSelected, onToggle }: ApplicantCardProps) {
  return (
    <Pressable
      className={`card applicant ${isSelected ? 'applicant--on' : ''}`}
      role="checkbox"
      isChecked={isSelected}
      onPress={onToggle}
      label={`${learner.name}，${TITLES[learner.title]}`}
    >
      <Tick isOn={isSelected} />
      <View className="applicant__main">
        <View className="row">
          <View className="applicant__name">{learner.name}</View>
          <View className="applicant__title">
            {[TITLES[learner.title], learner.department].filter(Boolean).join(' · ')}
          </View>
        </View>
        <View className="applicant__line">{learner.idNoMasked}</View>
        <View className="applicant__line">
          {learner.phoneMasked} · {moment(learner.submittedAt)} 提交
        </View>
        {learner.sameNameInUnit ? (
          <View className="applicant__hint">
            <StatusTag tone="waiting">本单位有同名人员，请核对</StatusTag>
          </View>
        ) : null}
      </View>
    </Pressable>
  );
}
