import { PRESENCE_STATES, type PresenceState } from '@common/terms';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { ErrorState } from '@/components/error-state/errorState';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Stat } from '@/components/stat/stat';
import { useDebounced } from '@/hooks/useDebounced';
import { decodeOnce } from '@/services/launch';
import { type Admin, AdminGate } from '../parts/adminGate';
import { CheckInCards } from './checkInCards';
import { DepartmentsCard } from './departmentsCard';
import { PeopleList } from './peopleList';
import { SiteActions } from './siteActions';
import { type PeopleQuery, type Presence, usePresence } from './useBoard';
import './index.scss';

const VIEWS = [
  { value: 'people', label: '人员' },
  { value: 'departments', label: '科室' },
  { value: 'checkIns', label: '签到' },
] as const;
type ViewName = (typeof VIEWS)[number]['value'];
const FIRST_SHOWN = 20;

/** 现场: who is here and who is missing, 科室 by 科室, and what to do about it. Fresh every three seconds. */
export default function BoardPage() {
  const { activityId = '', name = '' } = useRouter().params;
  return (
    <Page className="board">
      <AdminGate>
        {(admin) => <Live admin={admin} activityId={activityId} name={decodeOnce(name)} />}
      </AdminGate>
    </Page>
  );
}

interface LiveProps {
  admin: Admin;
  activityId: string;
  name: string;
}

function Live({ admin, activityId, name }: LiveProps) {
  const [view, setView] = useState<ViewName>('people');
  const [show, setShow] = useState<PresenceState | 'all'>('missing');
  const [department, setDepartment] = useState('');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(FIRST_SHOWN);
  const query: PeopleQuery = { show, department, q: useDebounced(typed.trim()), shown };
  const { data, error, isStale, reload } = usePresence(activityId, query);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  /** Another list begins at its beginning. */
  const look = (state: PresenceState | 'all', group = department) => {
    setShow(state);
    setDepartment(group);
    setShown(FIRST_SHOWN);
    setView('people');
  };
  return (
    <>
      <View className="board__head">
        <View className="board__name">{name}</View>
        <View className={`board__live ${isStale ? 'board__live--stale' : ''}`}>
          {isStale ? '网络中断，正在重连' : '实时更新'}
        </View>
      </View>
      <Counts presence={data} />
      {data.held > 0 ? (
        <View className="board__held">
          <Notice tone="waiting" id="board-held">
            {data.held} 次扫码待确认，确认后才计入。请在电脑上打开本活动的“考勤”处理。
          </Notice>
        </View>
      ) : null}
      <SiteActions
        admin={admin}
        activityId={activityId}
        name={name}
        missing={data.missing}
        onReminded={reload}
      />
      <View className="board__views">
        <Chips options={VIEWS} value={view} onChange={setView} />
      </View>
      {view === 'people' ? (
        <PeopleList
          presence={data}
          query={query}
          typed={typed}
          onType={(words) => {
            setTyped(words);
            setShown(FIRST_SHOWN);
          }}
          onLook={look}
          onMore={setShown}
        />
      ) : null}
      {view === 'departments' ? (
        <DepartmentsCard departments={data.departments} onChoose={(group) => look('all', group)} />
      ) : null}
      {view === 'checkIns' ? <CheckInCards activityId={activityId} /> : null}
    </>
  );
}

function Counts({ presence }: { presence: Presence }) {
  return (
    <Card className="board__count">
      <View className="row" id="board-counts">
        <Stat value={presence.here} unit="人" label={PRESENCE_STATES.here} tone="done" />
        <Stat
          value={presence.missing}
          unit="人"
          label={PRESENCE_STATES.missing}
          tone={presence.missing > 0 ? 'waiting' : 'plain'}
        />
        <Stat value={presence.left} unit="人" label={PRESENCE_STATES.left} />
      </View>
    </Card>
  );
}
