import type { MissingCredit } from '@common/contract/credits';
import { ApiError } from '@common/contract/errors';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Icon } from '@/components/icon/icon';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { open, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { prepareSubscribe } from '@/services/subscribe';
import { span } from '@/services/words';
import { ConditionLine } from './conditionLine';
import { RefusedCard } from './refusedCard';
import './index.scss';

/** 为什么查不到学分？ (manual 004, 刷卡了授分不成功): the answer in a sentence, then every condition with whose turn it is. */
export default function WhyPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [activityId] = useState(() => params.activityId ?? '');
  return (
    <Page>
      {activityId ? (
        <LearnerGate>{() => <Why activityId={activityId} />}</LearnerGate>
      ) : (
        <NotFound title="没有找到这个活动" detail="地址不完整，请从考勤记录打开" />
      )}
    </Page>
  );
}

function Why({ activityId }: { activityId: string }) {
  const { data, error, reload } = useLoad(() => api.credits.whyMissing({ activityId }), activityId);
  useEffect(() => {
    void prepareSubscribe();
  }, []);
  if (data) {
    return <Explained missing={data} />;
  }
  if (error instanceof ApiError && error.code === 'NOT_FOUND') {
    return (
      <NotFound
        title="没有您参加这个活动的记录"
        detail="没有您的报名、签到或学分；如果您到场扫过码，请核对是否用本人的微信签到"
      />
    );
  }
  return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
}

function Explained({ missing }: { missing: MissingCredit }) {
  const { activityId, answer, advice, conditions, refused } = missing;
  const tone = toneOf(missing);
  return (
    <>
      <View className={`why__answer why__answer--${tone}`} id="why-answer">
        <Icon
          name={tone === 'done' ? 'check' : tone === 'waiting' ? 'hourglass' : 'alert'}
          color={SIGNS[tone]}
        />
        <View className="why__words">
          <View className="why__sentence">{answer}</View>
          {advice ? <View className="why__advice">{advice}</View> : null}
        </View>
      </View>
      <Card>
        <View className="t-head">{missing.activityName}</View>
        <View className="t-small">
          {span(missing.from, missing.to)} · {missing.unitName}
        </View>
        <View className="t-small">{missing.projectNumber}</View>
      </Card>
      <Card title="获得学分的条件" id="why-conditions">
        {conditions.map((condition) => (
          <ConditionLine key={condition.key} activityId={activityId} condition={condition} />
        ))}
      </Card>
      <RefusedCard refused={refused} />
      <Card className="why__ways">
        <ListRow
          id="go-records"
          icon="clock"
          title="考勤记录查询"
          detail="核对每次签到和撤离"
          onPress={() => open('records')}
        />
        <ListRow
          id="go-credit-search"
          icon="search"
          title="学分情况查询"
          detail="查不到时请注意查询的日期范围"
          onPress={() => open('creditSearch')}
        />
      </Card>
    </>
  );
}

const SIGNS = {
  done: theme.color.done,
  waiting: theme.color.waiting,
  act: theme.color.act,
  plain: theme.color.inkSoft,
};

/** Red only where he must do something, amber where somebody else must. */
function toneOf({ conditions }: MissingCredit): keyof typeof SIGNS {
  const has = (state: MissingCredit['conditions'][number]['state']) =>
    conditions.some((condition) => condition.state === state);
  if (has('mine')) {
    return 'act';
  }
  if (has('missed')) {
    return 'plain';
  }
  return conditions.every(({ state }) => state === 'done') ? 'done' : 'waiting';
}

function NotFound({ title, detail }: { title: string; detail: string }) {
  return (
    <Empty icon="search" title={title} detail={detail}>
      <Button onPress={() => replaceWith('records')}>查看考勤记录</Button>
    </Empty>
  );
}
