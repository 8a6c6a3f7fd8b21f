import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { TrialQuery } from '../http/schema/trial.query';
import { BudgetImportService } from './budget-import.service';
import { BudgetLinesService } from './budget-lines.service';
import { BudgetsService } from './budgets.service';
import { CategoryBody, OutsideBody, OutsideView, PlanImportBody, PlanImportView } from './dto/budget.body';
import { BudgetLinesQuery, BudgetTreeQuery, MovementsQuery, RecountQuery } from './dto/budget.query';
import { BudgetLinePage, BudgetLineView, BudgetMovementPage, BudgetSetView, BudgetTreePage, RecountView } from './dto/budget.view';
import { KeyedView } from '../requests/budget/budget-effect.view';

/** Budgets: what units may spend, what was taken of it, and by whom. */
@ApiTags('budgets')
@Controller('budgets')
export class BudgetsController {
  constructor(
    private readonly budgets: BudgetsService,
    private readonly lines: BudgetLinesService,
    private readonly imports: BudgetImportService,
  ) {}

  @Get()
  @Right('budgets.read')
  @ApiOperation({ summary: 'Lines of budgets, unit by unit' })
  @ApiResponse({ status: 200, type: BudgetLinePage })
  listBudgetLines(@CurrentActor() actor: Actor, @Query() query: BudgetLinesQuery): Promise<BudgetLinePage> {
    return this.lines.list(actor, query);
  }

  @Get('tree')
  @Right('budgets.read')
  @ApiOperation({ summary: 'Budgets added up along the units: what stands right below one of them' })
  @ApiResponse({ status: 200, type: BudgetTreePage })
  readBudgetTree(@CurrentActor() actor: Actor, @Query() query: BudgetTreeQuery): Promise<BudgetTreePage> {
    return this.budgets.tree(actor, query);
  }

  @Get('set')
  @Right('budgets.read')
  @ApiOperation({ summary: 'Plans and categories that there are' })
  @ApiResponse({ status: 200, type: BudgetSetView })
  readBudgetSet(@CurrentActor() actor: Actor): Promise<BudgetSetView> {
    return this.budgets.set(actor);
  }

  @Get('recount')
  @Right('budgets.read')
  @ApiOperation({ summary: 'Add all movements up again and compare them with the lines' })
  @ApiResponse({ status: 200, type: RecountView })
  recountBudgets(@CurrentActor() actor: Actor, @Query() { line }: RecountQuery): Promise<RecountView> {
    return this.budgets.recount(actor, line ?? null);
  }

  @Get('movements')
  @Right('budgets.read')
  @ApiOperation({ summary: 'What happened to a line, newest first, with what it stood at' })
  @ApiResponse({ status: 200, type: BudgetMovementPage })
  listBudgetMovements(@CurrentActor() actor: Actor, @Query() query: MovementsQuery): Promise<BudgetMovementPage> {
    return this.lines.movements(actor, query);
  }

  @Get('lines/:id')
  @Right('budgets.read')
  @ApiOperation({ summary: 'One line, its other periods, and the requests that draw on it' })
  @ApiResponse({ status: 200, type: BudgetLineView })
  readBudgetLine(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BudgetLineView> {
    return this.lines.read(actor, id);
  }

  @Put('categories/:key')
  @Right('budgets.manage')
  @ApiOperation({ summary: 'Name what money is spent on; forms that draw on a budget call it by its key' })
  @ApiResponse({ status: 200, type: KeyedView })
  setBudgetCategory(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() title: CategoryBody): Promise<KeyedView> {
    return this.imports.setCategory(actor, key, title);
  }

  @Post('plans')
  @TakesBody('directory')
  @Right('budgets.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'A plan, or the next version of one, from a table of its lines: all or nothing' })
  @ApiResponse({ status: 200, type: PlanImportView })
  importPlan(@CurrentActor() actor: Actor, @Query() { trial }: TrialQuery, @Body() body: PlanImportBody): Promise<PlanImportView> {
    return trial === 'true' ? this.imports.tryPlan(actor, body) : this.imports.importPlan(actor, body);
  }

  @Post('outside')
  @TakesBody('form')
  @Right('budgets.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Post what was spent otherwise than by requests, from a table: all or nothing, each reference once' })
  @ApiResponse({ status: 200, type: OutsideView })
  postOutside(@CurrentActor() actor: Actor, @Query() { trial }: TrialQuery, @Body() { csv }: OutsideBody): Promise<OutsideView> {
    return trial === 'true' ? this.imports.tryOutside(actor, csv) : this.imports.postOutside(actor, csv);
  }
}
