import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { ChannelsCard } from './channelsCard';
import { KindsCard } from './kindsCard';
import { QuietCard } from './quietCard';
import { useChoices } from './useChoices';
import './index.scss';

/** 消息设置: which kinds come by which way, and when not. Each tap is saved at once. */
export default function MessageSettingsPage() {
  return (
    <Page>
      <LearnerGate>{() => <Settings />}</LearnerGate>
    </Page>
  );
}

function Settings() {
  const { choices, channels, error, reload, change } = useChoices();
  if (!choices) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  return (
    <>
      <ChannelsCard channels={channels} onAllowed={reload} />
      <KindsCard choices={choices} onChange={change} />
      <QuietCard quiet={choices.quiet} onChange={(quiet) => change((now) => ({ ...now, quiet }))} />
      <Card>
        <View className="t-soft">无论怎样设置，每条消息都会留在小程序的“消息”中，不会漏掉。</View>
      </Card>
    </>
  );
}
