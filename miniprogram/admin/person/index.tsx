import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { ask, tell } from '@/services/feedback';
import { open, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { type Admin, AdminGate } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';
import { DepartmentSheet } from '../parts/departmentSheet';
import { PersonFacts } from '../parts/personFacts';
import { type PersonDetail, PersonHead } from '../parts/personHead';
import { StatusCard } from './statusCard';
import './index.scss';

/** One of the unit's people: all that he filled in, and what the unit keeps of him. */
export default function PersonPage() {
  const { learnerId = '' } = useRouter().params;
  return (
    <Page className="person-page">
      <AdminGate>{(admin) => <Person learnerId={learnerId} admin={admin} />}</AdminGate>
    </Page>
  );
}

function Person({ learnerId, admin }: { learnerId: string; admin: Admin }) {
  const { data, error, reload } = useLoad(() => api.learners.learnerDetail({ learnerId }), learnerId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  const mayChange = admin.may('approveLearners');
  return (
    <>
      <PersonHead learner={data} />
      {mayChange ? null : <AskManager permission="approveLearners" />}
      <Work learner={data} mayChange={mayChange} onChanged={reload} />
      <StatusCard learner={data} mayChange={mayChange} onChanged={reload} />
      <PersonFacts learner={data} admin={admin} />
      {mayChange && data.approval.state === 'approved' ? <Release learner={data} /> : null}
    </>
  );
}

interface WorkProps {
  learner: PersonDetail;
  mayChange: boolean;
  onChanged: () => Promise<void>;
}

/** 科室, and corrections that wait. */
function Work({ learner, mayChange, onChanged }: WorkProps) {
  const [isOpen, setOpen] = useState(false);
  const waiting = learner.corrections.filter(({ state }) => state === 'waiting').length;
  const assign = async (department: string) => {
    await api.learners.assignDepartment({ learnerIds: [learner.id], department });
    tell(`已调整到${department}`);
    setOpen(false);
    await onChanged();
  };
  return (
    <Card className="person-page__list">
      <ListRow
        id="assign-department"
        icon="unit"
        title="科室"
        value={learner.department || '未填写'}
        onPress={mayChange ? () => setOpen(true) : undefined}
      />
      {waiting > 0 ? (
        <ListRow
          icon="hourglass"
          title="更正申请"
          value={`${waiting} 项待处理`}
          onPress={() => open('adminCorrections')}
        />
      ) : null}
      <DepartmentSheet
        isOpen={isOpen}
        value={learner.department}
        onClose={() => setOpen(false)}
        onChoose={assign}
      />
    </Card>
  );
}

/** 调出: the person leaves the unit's list once the new unit admits him. */
function Release({ learner }: { learner: PersonDetail }) {
  const release = async () => {
    const isSure = await ask(
      '办理调出',
      `${learner.name}将从本单位调出，由现单位办理调入。已获得的学分不受影响。`,
      '调出',
    );
    if (isSure) {
      await api.transfers.release({ learnerId: learner.id });
      tell('已调出，等待现单位调入');
      await replaceWith('adminTransfers');
    }
  };
  return (
    <View className="gap-m">
      <Button id="person-release" kind="danger" onPress={release}>
        办理调出
      </Button>
    </View>
  );
}
