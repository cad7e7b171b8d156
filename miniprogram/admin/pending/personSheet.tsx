import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/errorState';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';
import type { Admin } from '../parts/adminGate';
import { PersonFacts } from '../parts/personFacts';
import { type PersonDetail, PersonHead } from '../parts/personHead';
import type { Looked } from './useApprovals';

interface PersonSheetProps {
  /** Null while closed. */
  learnerId: string | null;
  admin: Admin;
  onClose: () => void;
  onApprove: (looked: Looked) => Promise<void>;
  onReject: (looked: Looked) => void;
}

/** One applicant with all that he filled in, to be decided about at once. */
export function PersonSheet(props: PersonSheetProps) {
  const { learnerId, admin, onClose, onApprove, onReject } = props;
  const { data, error, reload } = useLoad(
    () => api.learners.learnerDetail({ learnerId: learnerId ?? '' }),
    learnerId,
  );
  const isDecidable = data?.approval.state === 'pending' && admin.may('approveLearners');
  const footer = data && isDecidable && (
    <View className="row">
      <View className="pending__reject">
        <Button id="sheet-reject" kind="danger" onPress={() => onReject(lookedAt(data))}>
          不通过
        </Button>
      </View>
      <View className="grow">
        <Button id="sheet-approve" onPress={() => onApprove(lookedAt(data))}>
          审核通过
        </Button>
      </View>
    </View>
  );
  return (
    <Sheet isOpen={learnerId !== null} title="人员资料" onClose={onClose} isTall footer={footer || undefined}>
      <View className="person-sheet">
        {data ? (
          <>
            <PersonHead learner={data} />
            <PersonFacts key={data.id} learner={data} admin={admin} />
          </>
        ) : error ? (
          <ErrorState error={error} onRetry={reload} />
        ) : (
          <Skeleton cards={2} />
        )}
      </View>
    </Sheet>
  );
}

/** What he submitted when is what was seen: a later submission is not decided about. */
const lookedAt = ({ id, approval }: PersonDetail): Looked => ({ id, asOf: approval.submittedAt });
