import type { LearnerRow } from '@common/contract/learners';
import { APPROVAL_STATES, TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import { moment } from '@/services/words';
import { APPROVAL_TONES } from '../parts/personHead';
import { Portrait } from '../parts/portrait';
import { Tick } from '../parts/tick';

interface ApplicantCardProps {
  learner: LearnerRow;
  isSelected: boolean;
  /** He changed his data after the list was loaded. */
  isNewer: boolean;
  /** Absent where there is nothing to decide. */
  onToggle?: () => void;
  onOpen: () => void;
}

/** Somebody who registered with the unit: the left side ticks, the rest opens all that he filled in. */
export function ApplicantCard({ learner, isSelected, isNewer, onToggle, onOpen }: ApplicantCardProps) {
  return (
    <View className={`card applicant ${isSelected ? 'applicant--on' : ''}`}>
      {onToggle ? (
        <Pressable
          className="applicant__tick"
          role="checkbox"
          isChecked={isSelected}
          onPress={onToggle}
          label={`选择${learner.name}，${TITLES[learner.title]}`}
        >
          <Tick isOn={isSelected} />
        </Pressable>
      ) : null}
      <Pressable className="applicant__main" onPress={onOpen} label={`查看${learner.name}的资料`}>
        <Portrait url={learner.photoUrl} name={learner.name} />
        <View className="applicant__words">
          <View className="applicant__head">
            <View className="applicant__name">{learner.name}</View>
            <View className="applicant__title">
              {[TITLES[learner.title], learner.department].filter(Boolean).join(' · ')}
            </View>
          </View>
          <View className="applicant__line">{learner.idNoMasked}</View>
          <View className="applicant__line">
            {learner.phoneMasked} · {moment(learner.submittedAt)}
          </View>
          <Hints learner={learner} isNewer={isNewer} />
        </View>
      </Pressable>
    </View>
  );
}

function Hints({ learner, isNewer }: Pick<ApplicantCardProps, 'learner' | 'isNewer'>) {
  const isWaiting = learner.state === 'pending';
  return (
    <View className="applicant__hints">
      {isNewer ? <StatusTag tone="act">资料已更新，请重新查看</StatusTag> : null}
      {isWaiting ? null : (
        <StatusTag tone={APPROVAL_TONES[learner.state]}>{APPROVAL_STATES[learner.state]}</StatusTag>
      )}
      {isWaiting && learner.sameNameInUnit ? (
        <StatusTag tone="waiting">本单位有同名人员，请核对</StatusTag>
      ) : null}
      {isWaiting && learner.department && !learner.isDepartmentKnown ? (
        <StatusTag tone="plain">科室未登记</StatusTag>
      ) : null}
    </View>
  );
}
