import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { PeopleModule } from '../people/people.module';
import { TasksModule } from '../tasks/tasks.module';
import { PayingService } from './paying.service';
import { PaymentsController } from './payments.controller';
import { PaymentsService } from './payments.service';

/** The queue of whoever pays. */
@Module({
  imports: [AuthModule, PeopleModule, TasksModule],
  controllers: [PaymentsController],
  providers: [PayingService, PaymentsService],
})
export class PaymentsModule {}
