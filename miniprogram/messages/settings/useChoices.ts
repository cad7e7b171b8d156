import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { MessageChoices } from '@common/contract/messages';
import { useRef, useState } from 'react';
import { useLoad } from '@/hooks/useLoad';
import { tell, wordsOf } from '@/services/feedback';
import { api } from '@/services/session';

export type Change = (choices: MessageChoices) => MessageChoices;
export type Channels = OutputOf<Contract['messages']['myMessageChoices']>['channels'];

interface Choices {
  /** With what has been tapped and not been answered yet. */
  choices: MessageChoices | undefined;
  channels: Channels;
  error: unknown;
  reload(): Promise<void>;
  /** Shown at once, saved in the order of the taps; taken back where it cannot be saved. Never rejects. */
  change(change: Change): Promise<void>;
}

const pick = ({ off, quiet }: MessageChoices): MessageChoices => ({ off, quiet });

/** 消息设置 of this learner. */
export function useChoices(): Choices {
  const { data, error, reload } = useLoad(() => api.messages.myMessageChoices({}));
  // What the server has confirmed, since it was loaded.
  const saved = useRef<{ of: typeof data; value: MessageChoices }>();
  const line = useRef<Promise<void>>(Promise.resolve());
  const [pending, setPending] = useState<readonly Change[]>([]);

  if (data && saved.current?.of !== data) {
    saved.current = { of: data, value: pick(data) };
  }
  const save = async (change: Change) => {
    const { current } = saved;
    if (!current) {
      return;
    }
    try {
      const value = await api.messages.setMyMessageChoices(change(current.value));
      // Loaded anew meanwhile: that may be older than this answer.
      saved.current = { of: saved.current?.of ?? current.of, value: pick(value) };
      tell('已保存');
    } catch (failure) {
      tell(`没有保存：${wordsOf(failure)}`);
    } finally {
      setPending((now) => now.filter((each) => each !== change));
    }
  };
  const change = (next: Change) => {
    setPending((now) => [...now, next]);
    // One after another: each is made on what the one before left.
    line.current = line.current.then(() => save(next));
    return line.current;
  };
  const confirmed = saved.current?.value;
  return {
    choices: confirmed && pending.reduce((shown, each) => each(shown), confirmed),
    channels: data?.channels ?? [],
    error: confirmed ? undefined : error,
    reload,
    change,
  };
}
