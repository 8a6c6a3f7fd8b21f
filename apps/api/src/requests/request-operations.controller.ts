import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, type Actor } from '../auth/actor';
import { Participant } from '../auth/permission.decorators';
import { CommandAnswer } from '../commands/command.view';
import { CommandRoute } from '../commands/command-route.decorator';
import { TakesBody } from '../http/door/limits';
import { CommandPress, type Press } from '../http/press/command-headers';
import { REQUEST_OPERATIONS, RequestOperationsService, type RequestOperation } from './request-operations.service';

/** One route for every operation on a request as a whole, as the domain's registry has them; what a press brings is the operation's own schema. */
@ApiTags('requests')
@ApiExtraModels(CommandAnswer)
@Controller('requests')
export class RequestOperationsController {
  constructor(readonly operations: RequestOperationsService) {}
}

/** `resolve-again` → `resolveAgainRequest`. */
function handlerName(type: string): string {
  return `${type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Request`;
}

function bodySchema({ body }: RequestOperation): object {
  const { $schema: _schema, ...schema } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(schema).replace(/\{"\$ref":"[^"]*"\}/g, '{}')) as object;
}

function addRoute(operation: RequestOperation): void {
  const { prototype } = RequestOperationsController;
  const name = handlerName(operation.type);
  const handler = function (
    this: RequestOperationsController,
    ...[actor, id, press, body]: [Actor, string, Press, unknown]
  ): Promise<CommandAnswer> {
    return this.operations.send(operation, { actor, id, press }, body);
  };
  Object.defineProperty(handler, 'name', { value: name });
  Object.defineProperty(prototype, name, { value: handler, writable: true, configurable: true });
  [CurrentActor(), Param('id', ParseUUIDPipe), CommandPress(), Body()].forEach((decorate, index) => decorate(prototype, name, index));
  Reflect.defineMetadata('design:paramtypes', [Object, String, Object, Object], prototype, name);
  Reflect.defineMetadata('design:returntype', Promise, prototype, name);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>;
  const route: MethodDecorator[] = [
    Post(`:id/${operation.type}`),
    Participant(),
    CommandRoute(),
    TakesBody('form'),
    ApiOperation({ summary: operation.button.en }),
    ApiBody({ schema: bodySchema(operation), required: false }),
  ];
  for (const decorate of route) decorate(prototype, name, descriptor);
}

REQUEST_OPERATIONS.forEach(addRoute);
