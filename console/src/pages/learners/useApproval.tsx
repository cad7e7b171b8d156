import type { LearnerRow } from '@common/contract/learners';
import { App } from 'antd';
import type { Choice } from './chooseAll';
import type { Decided } from './decideAll';
import { useDecision } from './useDecision';

/** 审核通过 and 审核不通过 of the list: one at once, several after being asked. */
export function useApproval(
  { asOf }: Choice,
  onDone: (decided: Decided, people: readonly { id: string }[]) => void,
) {
  const { modal } = App.useApp();
  const decision = useDecision(onDone);

  const approve = (learners: LearnerRow[]) => {
    const [first] = learners;
    if (learners.length === 1 && first) {
      // What was read of one person is his own last submission.
      void decision.run(learners, first.submittedAt);
      return;
    }
    modal.confirm({
      title: `审核通过这${learners.length}人？`,
      content: <Warning learners={learners} />,
      okText: '审核通过',
      cancelText: '再核对一下',
      icon: null,
      onOk: () => {
        // The progress is shown on the page.
        void decision.run(learners, asOf);
      },
    });
  };
  const reject = (learners: LearnerRow[], reason: string) =>
    decision.run(learners, learners.length === 1 ? (learners[0]?.submittedAt ?? asOf) : asOf, reason);
  return { ...decision, approve, reject };
}
export type Approval = ReturnType<typeof useApproval>;

function Warning({ learners }: { learners: LearnerRow[] }) {
  const namesakes = learners.filter((row) => row.sameNameInUnit).length;
  const unknown = learners.filter((row) => row.department && !row.isDepartmentKnown).length;
  return (
    <>
      <p>通过后，这些人员正式成为本单位人员，可以签到、获得学分。</p>
      {namesakes > 0 && (
        <p className="warning-line">其中{namesakes}人与本单位其他人员同名，请确认已核对身份证号。</p>
      )}
      {unknown > 0 && (
        <p className="warning-line">
          其中{unknown}人的科室不在本单位的科室列表里，可以通过后再到“科室”里建立或并入。
        </p>
      )}
    </>
  );
}
