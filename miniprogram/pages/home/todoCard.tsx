import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import type { Todo } from '@/services/todos';

const MAX = 6;

/** What is missing and whose turn it is. */
export function TodoCard({ todos }: { todos: readonly Todo[] }) {
  return (
    <Card title="待办" aside={todos.length > 0 ? <View className="t-small">{todos.length} 项</View> : null}>
      {todos.length === 0 ? (
        <View className="todo">
          <View className="todo__sign todo__sign--done">
            <Icon name="check" size={18} color={theme.color.done} />
          </View>
          <View className="grow">
            <View className="todo__title">都办好了</View>
            <View className="todo__detail">签到后，授分和审核的进度会显示在这里</View>
          </View>
        </View>
      ) : null}
      {todos.slice(0, MAX).map((todo) => (
        <View key={todo.key} className="todo">
          <View className={`todo__sign todo__sign--${todo.tone}`}>
            <Icon
              name={todo.tone === 'act' ? 'alert' : 'hourglass'}
              size={18}
              color={theme.color[todo.tone]}
            />
          </View>
          <View className="grow">
            <View className="todo__title">{todo.title}</View>
            <View className={`todo__detail todo__detail--${todo.tone}`}>{todo.detail}</View>
          </View>
        </View>
      ))}
    </Card>
  );
}
