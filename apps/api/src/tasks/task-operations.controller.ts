import { PERSON_OPERATIONS } from '@countersign/domain';
import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command.view';
import { addOperationRoutes, type OperationsController, type PersonOperation, type Pressed } from '../commands/operation-routes';
import { TaskOperationsService } from './task-operations.service';

/** One route for every operation on a task: approve, reject, return and whatever the registry adds. */
@ApiTags('tasks')
@Controller('tasks')
export class TaskOperationsController implements OperationsController {
  constructor(private readonly operations: TaskOperationsService) {}

  send(operation: PersonOperation, pressed: Pressed, body: unknown): Promise<CommandAnswer> {
    return this.operations.send(operation, pressed, body);
  }
}

addOperationRoutes(
  TaskOperationsController,
  PERSON_OPERATIONS.filter(({ scope }) => scope === 'task'),
);
