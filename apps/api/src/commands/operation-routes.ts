import { PERSON_OPERATIONS } from '@countersign/domain';
import { Body, Param, ParseUUIDPipe, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, CurrentTask, type Actor, type TaskPlace } from '../auth/actor';
import { EngineDecides, Participant, UsesRights } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { CommandPress, Shown, type Press } from '../http/press/command-headers';
import { CommandRoute, DecisionRoute } from './command-route.decorator';
import type { CommandAnswer } from './command.view';

export type PersonOperation = (typeof PERSON_OPERATIONS)[number];

/** Who pressed what, on which request or task, and what they were shown. */
export interface Pressed {
  actor: Actor;
  id: string;
  press: Press;
  /** The task of that id; null where there is none, and for what is about a request as a whole. */
  task: TaskPlace | null;
  /** Content hash of what was shown; null for operations that are not about it. */
  shown: string | null;
}

type Arguments = [actor: Actor, id: string, press: Press, body: unknown, shown?: string | null, task?: TaskPlace | null];

/** A controller whose routes are the operations of the registry. */
export interface OperationsController {
  send(operation: PersonOperation, pressed: Pressed, body: unknown): Promise<CommandAnswer>;
}

/** `resolve-again` → `resolveAgainRequest`. */
function handlerName({ type, scope }: PersonOperation): string {
  const verb = type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${verb}${scope === 'task' ? 'Task' : 'Request'}`;
}

function bodySchema({ body }: PersonOperation): object {
  const { $schema: _schema, ...schema } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  return schema;
}

/** Of a task the engine decides, and whoever may not read its request is told so; of a request whoever may read it may ask. What operators do is done by a right of theirs. */
function routeOf(operation: PersonOperation): MethodDecorator[] {
  const { type, scope, button, body, ofContent } = operation;
  const large = 'form' in body.shape || 'fields' in body.shape;
  return [
    Post(`:id/${type}`),
    scope === 'task' ? EngineDecides('task') : Participant(),
    ...(scope === 'operator' ? [UsesRights()] : []),
    ofContent ? DecisionRoute() : CommandRoute(),
    ...(large ? [TakesBody('form')] : []),
    ApiOperation({ summary: button.en }),
    ApiBody({ schema: bodySchema(operation), required: !body.safeParse({}).success }),
  ];
}

function addRoute(prototype: OperationsController, operation: PersonOperation): void {
  const name = handlerName(operation);
  const handler = function (this: OperationsController, ...[actor, id, press, body, shown = null, task = null]: Arguments) {
    return this.send(operation, { actor, id, press, shown, task }, body);
  };
  Object.defineProperty(handler, 'name', { value: name });
  Object.defineProperty(prototype, name, { value: handler, writable: true, configurable: true });
  const taken = [CurrentActor(), Param('id', ParseUUIDPipe), CommandPress(), Body()];
  const more = [operation.ofContent ? Shown() : null, operation.scope === 'task' ? CurrentTask() : null];
  [...taken, ...more].forEach((decorate, index) => decorate?.(prototype, name, index));
  Reflect.defineMetadata('design:paramtypes', [Object, String, Object, Object, String, Object], prototype, name);
  Reflect.defineMetadata('design:returntype', Promise, prototype, name);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>;
  for (const decorate of routeOf(operation)) decorate(prototype, name, descriptor);
}

/**
 * Gives a controller one route for every operation: its path, who may call it, what a press brings and carries, and how the document describes it all
 * come from the operation itself. No operation has a route written by hand.
 */
export function addOperationRoutes(controller: Type<OperationsController>, operations: readonly PersonOperation[]): void {
  for (const operation of operations) addRoute(controller.prototype as OperationsController, operation);
}
