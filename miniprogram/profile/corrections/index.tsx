import type { LearnerSelf } from '@common/contract/learners';
import type { Correction } from '@common/contract/profile';
import { CORRECTION_KINDS, TITLES, type Title } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { RequestTag } from '@/components/status-tag/requestTag';
import { useLoad } from '@/hooks/useLoad';
import { dayWords } from '@/services/dayWords';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { moment } from '@/services/words';

/** 职称变更 and 姓名更正: what was asked of the unit and what became of it. */
export default function CorrectionsPage() {
  return <LearnerGate>{(learner) => <Corrections learner={learner} />}</LearnerGate>;
}

function Corrections({ learner }: { learner: LearnerSelf }) {
  const { data, error, reload } = useLoad(() => api.learners.myCorrections({}), learner.id);
  if (learner.approval.state !== 'approved') {
    return (
      <Page>
        <Empty icon="edit" title="审核通过后才需要申请" detail="现在可以直接修改注册信息并重新提交">
          <Button onPress={() => open('register')}>修改注册信息</Button>
        </Empty>
      </Page>
    );
  }
  const isOpen = (kind: Correction['kind']) =>
    data?.items.some((item) => item.kind === kind && item.state === 'waiting') ?? false;
  return (
    <Page>
      <Card title="申请更正">
        <View className="t-soft">由 {learner.unit?.name ?? '所在单位'} 审核，通过后生效。</View>
        <View className="gap-m">
          <Button
            id="ask-title"
            disabled={isOpen('title')}
            onPress={() => open('correct', { kind: 'title' })}
          >
            {isOpen('title') ? '职称变更等待审核' : '申请职称变更'}
          </Button>
        </View>
        <View className="gap-s">
          <Button
            id="ask-name"
            kind="secondary"
            disabled={isOpen('name')}
            onPress={() => open('correct', { kind: 'name' })}
          >
            {isOpen('name') ? '姓名更正等待审核' : '申请姓名更正'}
          </Button>
        </View>
      </Card>
      {data ? (
        data.items.map((item) => (
          <CorrectionCard key={item.id} correction={item} unitName={learner.unit?.name ?? '单位'} />
        ))
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={1} />
      )}
    </Page>
  );
}

/** A title's code reads as its name. */
const words = (kind: Correction['kind'], value: string) =>
  kind === 'title' ? (TITLES[value as Title] ?? value) : value;

function CorrectionCard({ correction, unitName }: { correction: Correction; unitName: string }) {
  const { kind, before, after, since, note, state, reason, submittedAt } = correction;
  return (
    <Card title={CORRECTION_KINDS[kind]} aside={<RequestTag state={state} />}>
      <View className="t-body">
        {words(kind, before)} → {words(kind, after)}
      </View>
      {since ? <View className="t-small gap-s">取得时间 {dayWords(since)}</View> : null}
      {note ? <View className="t-small gap-s">说明：{note}</View> : null}
      <View className="t-small gap-s">
        {moment(submittedAt)} 提交{state === 'waiting' ? `，等待 ${unitName} 审核` : ''}
      </View>
      {state === 'refused' ? (
        <View className="t-body t-act gap-s">未通过：{reason ?? '单位没有写明原因'}</View>
      ) : null}
    </Card>
  );
}
