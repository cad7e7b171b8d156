import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { prepareSubscribe } from '@/services/subscribe';
import { goToTask } from '@/services/tasks';
import type { Todo } from '@/services/todos';

/** At first; a tap shows all. */
const MAX = 6;

const SIGNS = {
  act: ['alert', theme.color.act],
  offer: ['edit', theme.color.brand],
  waiting: ['hourglass', theme.color.waiting],
} as const;

/** What is missing and whose turn it is; what can be done now is one tap away. */
export function TodoCard({ todos }: { todos: readonly Todo[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? todos : todos.slice(0, MAX);
  const hasTask = todos.some(({ task }) => task !== null);
  useEffect(() => {
    if (hasTask) {
      void prepareSubscribe();
    }
  }, [hasTask]);
  return (
    <Card title="待办" aside={todos.length > 0 ? <View className="t-small">{todos.length} 项</View> : null}>
      {todos.length === 0 ? (
        <View className="todo">
          <View className="todo__sign todo__sign--done">
            <Icon name="check" size={18} color={theme.color.done} />
          </View>
          <View className="grow">
            <View className="todo__title">现在没有要办的</View>
            <View className="todo__detail">签到后，授分和审核的进度会显示在这里</View>
          </View>
        </View>
      ) : null}
      {shown.map((todo) => (
        <TodoLine key={todo.key} todo={todo} />
      ))}
      {shown.length < todos.length ? (
        <Button id="todo-all" kind="quiet" size="small" onPress={() => setWhole(true)}>
          {`显示全部${todos.length}项`}
        </Button>
      ) : null}
    </Card>
  );
}

function TodoLine({ todo: { tone, title, detail, task } }: { todo: Todo }) {
  const [icon, color] = SIGNS[tone];
  const inside = (
    <>
      <View className={`todo__sign todo__sign--${tone}`}>
        <Icon name={icon} size={18} color={color} />
      </View>
      <View className="grow">
        <View className="todo__title">{title}</View>
        <View className={`todo__detail todo__detail--${tone}`}>{detail}</View>
      </View>
    </>
  );
  if (!task) {
    return <View className="todo">{inside}</View>;
  }
  const { kind, activityId } = task;
  return (
    <Pressable id={`todo-${kind}`} className="todo" onPress={() => goToTask(kind, activityId)}>
      {inside}
      <View className="todo__go">
        <Icon name="chevron" size={18} color={theme.color.inkFaint} />
      </View>
    </Pressable>
  );
}
