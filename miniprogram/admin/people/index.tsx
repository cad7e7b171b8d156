import type { LearnerRow } from '@common/contract/learners';
import { TITLES } from '@common/terms';
import { theme } from '@common/theme';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Icon } from '@/components/icon/icon';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useDebounced } from '@/hooks/useDebounced';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import './index.scss';

/** 人员: the unit's approved learners, found by name, 身份证号码 or 医通卡号. */
export default function PeoplePage() {
  return (
    <Page className="people">
      <SessionGate>{() => <People />}</SessionGate>
    </Page>
  );
}

function People() {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const pages = usePages(
    (page, pageSize) => api.learners.listLearners({ state: 'approved', q, page, pageSize }),
    q,
  );
  const { items, error } = pages;
  return (
    <>
      <View className="people__search">
        <Icon name="search" size={20} color={theme.color.inkFaint} />
        <Input
          id="people-q"
          className="people__input"
          value={typed}
          maxlength={40}
          placeholder="姓名，或完整的身份证号码、医通卡号"
          placeholderClass="field__placeholder"
          onInput={(event) => setTyped(event.detail.value)}
        />
      </View>
      {items ? (
        <>
          {items.length > 0 ? <View className="people__total">共 {pages.total} 人</View> : null}
          {items.map((learner) => (
            <PersonCard key={learner.id} learner={learner} />
          ))}
          {pages.hasMore ? (
            <Button kind="secondary" onPress={pages.more}>
              加载更多
            </Button>
          ) : null}
          {items.length === 0 ? <Nobody q={q} onClear={() => setTyped('')} /> : null}
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={pages.reload} />
      ) : (
        <Skeleton cards={4} lines={2} />
      )}
    </>
  );
}

function PersonCard({ learner }: { learner: LearnerRow }) {
  return (
    <Card className="person">
      <View className="row row--between">
        <View className="person__name">{learner.name}</View>
        <View className="person__title">{TITLES[learner.title]}</View>
      </View>
      {learner.department ? <View className="person__line">{learner.department}</View> : null}
      <View className="person__line">医通卡号 {learner.personnelNo ?? '—'}</View>
      <View className="person__line">
        {learner.idNoMasked} · {learner.phoneMasked}
      </View>
    </Card>
  );
}

function Nobody({ q, onClear }: { q: string; onClear: () => void }) {
  return q ? (
    <Empty icon="search" title={`没有找到“${q}”`} detail="身份证号码和医通卡号要输入完整">
      <Button kind="secondary" onPress={onClear}>
        查看全部人员
      </Button>
    </Empty>
  ) : (
    <Empty icon="people" title="还没有审核通过的人员" detail="学员注册并选择本单位后，由您审核">
      <Button onPress={() => open('adminPending')}>去审核</Button>
    </Empty>
  );
}
